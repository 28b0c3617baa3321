import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handler } from './repo';

/** Enters whose doors are, whole or not at all. Who a buyer is becomes a hash: the same buyer is the same head. */
export const importOwners: Handler<'importOwners'> = async ({ communityId, rows }, ctx) => {
  const { repo, codes } = ctx;
  const findAt = await repo.roll.households(communityId, rows);
  const writes = new Map<string, ReturnType<typeof repo.owners.ownWrite>>();
  for (const row of rows) {
    const household = findAt(row);
    if (!household) return refuse('HOUSEHOLD_UNKNOWN');
    const head = codes.headId(communityId, row.kind === 'developer' ? '' : (row.buyer ?? ''));
    writes.set(household.householdId, repo.owners.ownWrite(communityId, household.householdId, head));
  }
  const answer = { entered: writes.size, at: ctx.now.toISOString() };
  const event = {
    type: 'directory.owners-entered',
    subject: communityId,
    via: 'import' as const,
    data: { entered: writes.size },
  };
  const done = await commit(ctx, [...writes.values()], event, answer);
  return isLost(done) ? refuse('HOUSEHOLD_UNKNOWN') : done;
};
