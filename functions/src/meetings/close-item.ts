import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { isOpenQuestion, isQuorate, mayAct } from '@gongzhi/shared/meetings/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import type { LiveItem } from './repo-meetings';
import { MOVED, tryAgain } from '../kernel/try-again';

/** Why the item on the floor cannot be finished yet. */
const unfinished = (live: LiveItem) => {
  const no = mayAct(live);
  if (no) return no;
  if (live.item === undefined) return refuse('NO_ITEM');
  if (live.speech) return refuse('SPEECH_ON');
  return isOpenQuestion(live.question) ? refuse('QUESTION_OPEN') : undefined;
};

/** The matter has been heard: that is the act its own history keeps, with whether there was a quorum at this moment. */
export const closeItem: Handle<'closeItem'> = (ids, ctx) =>
  tryAgain('meetings.matter-heard', async () => {
    const before = await findMeeting(ids, ctx);
    if (isRefusal(before)) return before;
    const { live, plan } = before;
    const no = unfinished(live);
    if (no) return no.refused === 'NO_ITEM' ? recallAnswer(ctx, no) : no;
    const n = live.item ?? 0;
    const proposalId = plan.agenda.find((one) => one.n === n)?.proposalId ?? '';
    const quorate = isQuorate(live);
    const at = ctx.now.toISOString();
    const write = ctx.repo.meetings.liveWrite(ids, {
      to: 'SET #heard = list_append(#heard, :heard) REMOVE #item, #lastSide',
      when: '#item = :n AND #present = :present AND attribute_not_exists(#speech) AND (attribute_not_exists(#question) OR attribute_exists(#question.#outcome))',
      lost: 'LIVE',
      values: { ':heard': [n], ':n': n, ':present': live.present },
    });
    const line = { lineId: ctx.id(), kind: 'item-closed' as const, at, item: n, present: live.present };
    const data = { meetingId: ids.meetingId, kind: plan.kind, quorate, present: live.present };
    const writes = [write, ctx.repo.minutes.lineWrite(ids, line)];
    const event = { type: 'meetings.matter-heard', subject: proposalId, data };
    const done = await commit(ctx, writes, event, { meetingId: ids.meetingId, n, quorate, at });
    return isLost(done) ? MOVED : done;
  });
