import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handler } from './repo';

/** A worker has seen that a member owns this door: the member may vote for everything its head owns, in votes opened from now on. */
export const confirmOwner: Handler<'confirmOwner'> = async ({ communityId, personId, ...door }, ctx) => {
  const { repo } = ctx;
  const member = await repo.members.find(communityId, personId);
  if (member.roles.length === 0) return refuse('NOT_FOUND');
  const household = await repo.roll.household(communityId, door);
  if (!household) return refuse('HOUSEHOLD_UNKNOWN');
  const owned = await repo.owners.owned(communityId, household.householdId);
  if (!owned) return refuse('OWNER_UNKNOWN');
  const { head } = owned;
  const event = { type: 'directory.owner-confirmed', subject: personId, via: 'staff' as const, data: { head } };
  const answer = { personId, head, at: ctx.now.toISOString() };
  const done = await commit(ctx, [repo.owners.confirmWrite(communityId, head, personId)], event, answer);
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
