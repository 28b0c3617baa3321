import { mayAnswer, nextAnswer } from '@gongzhi/shared/calls/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { recallAnswer } from '../kernel/recall-answer';
import { tryAgain } from '../kernel/try-again';
import type { Handle } from './repo';
import { serviceIds } from './repo-calls';
import { takeAnswer } from './take-answer';

/** Says to come, or not: only who was asked, and counts as a member at this moment. */
export const answerCall: Handle<'answerCall'> = ({ says, ...ids }, ctx) =>
  tryAgain('calls.answered', async () => {
    const { repo, party, caller, now } = ctx;
    const { personId } = caller;
    const [asked, around, member] = await Promise.all([
      repo.asked.read(ids, personId),
      repo.places.around(serviceIds(ids), personId),
      party.member(ids.communityId, personId),
    ]);
    if (!asked || !around) return refuse('NOT_FOUND');
    if (!member) return refuse('NOT_MEMBER');
    const { head, shift, place } = around;
    const said = { was: asked.answer, says, inAt: place?.inAt };
    const no = mayAnswer({ status: head.status, shift }, said, now);
    if (no) return recallAnswer(ctx, no);
    const next = nextAnswer(asked.answer, says);
    const step = { personId, name: member.displayName, was: asked.answer, next, shift, at: now.toISOString() };
    return takeAnswer(ids, step, ctx);
  });
