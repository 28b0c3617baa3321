import type { Handle } from './repo';
import { meetingOf } from './show-meeting';

export const listMeetings: Handle<'listMeetings'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next, liveOf } = await repo.meetings.list(communityId, cursor);
  return { items: items.map((plan) => meetingOf({ communityId, meetingId: plan.sk }, plan, liveOf(plan.sk))), next };
};
