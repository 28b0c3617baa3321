import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { planMeeting } from './plan-meeting';
import type { Handle } from './repo';

export const callMeeting: Handle<'callMeeting'> = async (asked, ctx) => {
  const plan = await planMeeting(asked, ctx);
  if (isRefusal(plan)) return plan;
  const meetingId = ctx.id();
  const at = ctx.now.toISOString();
  const writes = ctx.repo.meetings.callWrites({ communityId: asked.communityId, meetingId }, { ...plan, calledAt: at });
  // Followers of the matters named here are told (notices).
  const proposalIds = plan.agenda.map(({ proposalId }) => proposalId).join();
  const data = {
    kind: plan.kind,
    startsAt: plan.startsAt,
    matters: plan.agenda.length,
    ...(proposalIds && { proposalIds }),
  };
  const event = { type: 'meetings.meeting-called', subject: meetingId, data };
  const done = await commit(ctx, writes, event, { meetingId, status: 'called' as const, at });
  if (isLost(done)) throw new Error('a new meeting met another');
  return done;
};
