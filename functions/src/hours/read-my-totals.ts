import type { Handle } from './repo';

export const readMyTotals: Handle<'readMyTotals'> = async ({ communityId }, { repo, caller }) =>
  (await repo.entries.account({ communityId, volunteerId: caller.personId })).totals;
