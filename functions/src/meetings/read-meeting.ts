import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showMeeting } from './show-meeting';

/** Three items, and on the floor the first eight of each side who wait: the same at 10 people as at 1,000. */
export const readMeeting: Handle<'readMeeting'> = async (ids, { repo, caller, now }) => {
  const found = await repo.meetings.read(ids, caller.personId);
  if (!found) return refuse('NOT_FOUND');
  const { item } = found.live;
  const asks = item === undefined ? [] : await repo.asks.first(ids, item);
  return showMeeting(ids, found, { asks, now });
};
