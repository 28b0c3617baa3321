import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { findLedShift } from './find-led';
import type { Handle } from './repo';
import { shownMine, showPlace } from './show-place';

export const listMine: Handle<'listMine'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.places.mine(communityId, caller.personId, cursor);
  return { items: items.map(shownMine), next };
};

export const listFamily: Handle<'listFamily'> = async ({ communityId, cursor }, { repo, caller }) => {
  if (!caller.householdId) return { items: [] };
  const { items, next } = await repo.places.family(communityId, caller.householdId, cursor);
  const asking = items.filter(({ item }) => item.sk !== caller.personId && item.consent === 'asked');
  return { items: asking.map(shownMine), next };
};

export const listAttendance: Handle<'listAttendance'> = async ({ cursor, ...ids }, ctx) => {
  const found = await findLedShift(ids, ctx.caller.personId, ctx);
  if (isRefusal(found)) return found;
  const { items, next } = await ctx.repo.places.attendance(ids, cursor);
  return { items: items.filter(({ place }) => place !== 'withdrawn').map(showPlace), next };
};
