import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCancel } from '@gongzhi/shared/meetings/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';
import { toldOf } from './told-of';

export const cancelMeeting: Handle<'cancelMeeting'> = async ({ communityId, meetingId, reason }, ctx) => {
  const ids = { communityId, meetingId };
  const before = await ctx.repo.meetings.read(ids, ctx.caller.personId);
  if (!before) return refuse('NOT_FOUND');
  const no = mayCancel(before.live);
  if (no) return recallAnswer(ctx, no);
  const write = ctx.repo.meetings.liveWrite(ids, {
    to: 'SET #status = :cancelled, #reason = :reason',
    when: '#status = :called OR #status = :gathering',
    lost: 'ON',
    values: { ':cancelled': 'cancelled', ':reason': reason, ':called': 'called', ':gathering': 'gathering' },
  });
  const answer = { meetingId, status: 'cancelled' as const, at: ctx.now.toISOString() };
  const event = { type: 'meetings.meeting-cancelled', subject: meetingId, data: toldOf(meetingId, before.plan) };
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('MEETING_ON') : done;
};
