import { leads } from '@gongzhi/shared/calls/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { PlaceItem } from '../kernel/service/ports';
import { showPlace } from '../kernel/service/show-place';
import type { Handle } from './repo';

/** In place of a name whose consent does not stand any more. */
const NAMELESS = '已撤回同意的人';
const isHere = ({ place }: PlaceItem) => place !== 'withdrawn';

/** Who comes, for whoever called. Who takes the consent back is named no more, and once come is still settled. */
export const listAttendance: Handle<'listAttendance'> = async ({ cursor, ...ids }, { repo, party, caller, now }) => {
  const call = { communityId: ids.communityId, callId: ids.activityId };
  const found = ids.shiftId === ids.activityId ? await repo.calls.read(call) : undefined;
  if (!found) return refuse('NOT_FOUND');
  if (!leads(found.head, caller)) return refuse('NOT_ORGANISER');
  const { items, next } = await repo.places.attendance(ids, cursor);
  const reading = { as: 'caller' as const, at: now.toISOString() };
  const named = await Promise.all(
    items.filter(isHere).map(async (place) => {
      const member = await party.member(ids.communityId, place.sk);
      if (!member) return place.inAt ? [{ ...place, name: NAMELESS }] : [];
      await repo.asked.markRead(call, place.sk, caller.personId, reading);
      return [{ ...place, name: member.displayName }];
    }),
  );
  return { items: named.flat().map(showPlace), next };
};
