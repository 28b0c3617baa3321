import type { Handle } from './repo';
import { showMine } from './show-mine';

export const listMine: Handle<'listMine'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.places.mine(communityId, caller.personId, cursor);
  return { items: items.map(showMine), next };
};

export const listFamily: Handle<'listFamily'> = async ({ communityId, cursor }, { repo, caller }) => {
  if (!caller.householdId) return { items: [] };
  const { items, next } = await repo.places.family(communityId, caller.householdId, cursor);
  const asking = items.filter(({ item }) => item.sk !== caller.personId && item.consent === 'asked');
  return { items: asking.map(showMine), next };
};
