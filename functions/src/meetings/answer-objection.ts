import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayAnswer } from '@gongzhi/shared/meetings/minutes-rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Change } from '../kernel/change-item';
import { checkChairWords } from './check-words';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';
import { recordOf } from './show-meeting';

/** One less waits; an accepted one makes a new version, which nobody has confirmed yet. */
const answered = (objectionId: string, accept: boolean): Change => ({
  to: `${accept ? 'SET #version = #version + :one, #confirmed = :none ' : ''}DELETE #open :id`,
  when: 'attribute_not_exists(#frozenAt) AND contains(#open, :objection)',
  lost: 'ANSWERED',
  values: { ':one': 1, ':none': 0, ':id': new Set([objectionId]), ':objection': objectionId },
});

/** An objection is answered once. Accepting it adds the correction as a line of its own, and those who had confirmed confirm anew. */
export const answerObjection: Handle<'answerObjection'> = async ({ objectionId, accept, text, ...ids }, ctx) => {
  const { repo, caller } = ctx;
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  const no = mayAnswer(recordOf(before.live));
  if (no) return no;
  if (!(await repo.minutes.isLine(ids, objectionId, 'objection'))) return refuse('NOT_FOUND');
  const risky = await checkChairWords(text, ctx);
  if (risky) return risky;
  const at = ctx.now.toISOString();
  const lineId = ctx.id();
  const { personId, displayName: name } = caller;
  const kind = accept ? ('correction' as const) : ('answer' as const);
  const count = repo.meetings.liveWrite(ids, answered(objectionId, accept));
  const writes = [repo.minutes.lineWrite(ids, { lineId, kind, at, about: objectionId, personId, name, text }), count];
  const data = { lineId, about: objectionId, accepted: accept };
  const event = { type: 'meetings.objection-answered', subject: ids.meetingId, data };
  const done = await commit(ctx, writes, event, { lineId, state: 'published' as const, at });
  return isLost(done) ? recallAnswer(ctx, refuse('ALREADY_DECIDED')) : done;
};
