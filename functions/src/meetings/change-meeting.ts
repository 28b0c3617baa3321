import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayChange } from '@gongzhi/shared/meetings/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { planMeeting } from './plan-meeting';
import type { Handle } from './repo';
import { toldOf } from './told-of';

/** The plan is put anew while the meeting is still only called; its gathering and a change cannot both happen. */
export const changeMeeting: Handle<'changeMeeting'> = async ({ meetingId, ...asked }, ctx) => {
  const { repo, now } = ctx;
  const ids = { communityId: asked.communityId, meetingId };
  const before = await repo.meetings.read(ids, ctx.caller.personId);
  if (!before) return refuse('NOT_FOUND');
  const no = mayChange(before.live);
  if (no) return recallAnswer(ctx, no);
  const plan = await planMeeting(asked, ctx);
  if (isRefusal(plan)) return plan;
  const { calledAt } = before.plan;
  const still = {
    to: 'SET #plan = #plan + :one',
    when: '#status = :called',
    lost: 'ON',
    values: { ':called': 'called', ':one': 1 },
  };
  const writes = [repo.meetings.planWrite(ids, { ...plan, calledAt }), repo.meetings.liveWrite(ids, still)];
  const data = { kind: plan.kind, matters: plan.agenda.length, ...toldOf(meetingId, plan) };
  const event = { type: 'meetings.meeting-changed', subject: meetingId, data };
  const done = await commit(ctx, writes, event, { meetingId, status: 'called' as const, at: now.toISOString() });
  return isLost(done) ? refuse('MEETING_ON') : done;
};
