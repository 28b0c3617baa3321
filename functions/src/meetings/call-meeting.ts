import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { planMeeting } from './plan-meeting';
import type { Handle } from './repo';
import { toldOf } from './told-of';

export const callMeeting: Handle<'callMeeting'> = async (asked, ctx) => {
  const plan = await planMeeting(asked, ctx);
  if (isRefusal(plan)) return plan;
  const meetingId = ctx.id();
  const at = ctx.now.toISOString();
  const writes = ctx.repo.meetings.callWrites({ communityId: asked.communityId, meetingId }, { ...plan, calledAt: at });
  const data = { kind: plan.kind, matters: plan.agenda.length, ...toldOf(meetingId, plan) };
  const event = { type: 'meetings.meeting-called', subject: meetingId, data };
  const done = await commit(ctx, writes, event, { meetingId, status: 'called' as const, at });
  if (isLost(done)) throw new Error('a new meeting met another');
  return done;
};
