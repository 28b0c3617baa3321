import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { mayAct } from '@gongzhi/shared/meetings/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';

/** The meeting is over when no item is on the floor; from now on its minutes are open to objections. */
export const endMeeting: Handle<'endMeeting'> = async (ids, ctx) => {
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  const { live, plan } = before;
  const no = mayAct(live);
  if (no) return recallAnswer(ctx, no);
  if (live.item !== undefined) return refuse('ITEM_OPEN');
  const at = ctx.now.toISOString();
  const until = new Date(ctx.now.getTime() + plan.objectionMinutes * MINUTE).toISOString();
  const write = ctx.repo.meetings.liveWrite(ids, {
    to: 'SET #status = :ended, #endedAt = :at, #objectionsUntil = :until REMOVE #question',
    when: '#status = :open AND attribute_not_exists(#item)',
    lost: 'LIVE',
    values: { ':ended': 'ended', ':at': at, ':until': until, ':open': 'open' },
  });
  const line = { lineId: ctx.id(), kind: 'ended' as const, at, present: live.present };
  const data = { present: live.present, heard: live.heard.length, objectionsUntil: until };
  const event = { type: 'meetings.meeting-held', subject: ids.meetingId, data };
  const answer = { meetingId: ids.meetingId, status: 'ended' as const, at };
  const done = await commit(ctx, [write, ctx.repo.minutes.lineWrite(ids, line)], event, answer);
  return isLost(done) ? refuse('ITEM_OPEN') : done;
};
