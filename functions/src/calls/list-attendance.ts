import { leads } from '@gongzhi/shared/calls/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { showPlace } from '../kernel/service/show-place';
import { nameMembers } from './name-members';
import { readerOf } from './reader-of';
import type { Handle } from './repo';

/** In place of a name whose consent does not stand any more. */
const NAMELESS = '已撤回同意的人';

/** Who comes, for whoever called. Who takes the consent back is named no more, and once come is still settled. */
export const listAttendance: Handle<'listAttendance'> = async ({ cursor, ...ids }, ctx) => {
  const { repo, caller } = ctx;
  const around = await repo.places.around(ids, caller.personId);
  if (!around) return refuse('NOT_FOUND');
  const reader = leads(around.head, caller) && (await readerOf(ids.communityId, around.head, ctx));
  if (!reader) return refuse('NOT_ORGANISER');
  const { items, next } = await repo.places.attendance(ids, cursor);
  const here = items.filter(({ place }) => place !== 'withdrawn');
  const people = here.map(({ sk }) => sk);
  const named = await nameMembers(ids.communityId, people, reader, ctx);
  const shown = here
    .map((place) => ({ ...place, name: named.get(place.sk)?.displayName ?? NAMELESS }))
    .filter(({ sk, inAt }) => named.has(sk) || inAt);
  return { items: shown.map(showPlace), next };
};
