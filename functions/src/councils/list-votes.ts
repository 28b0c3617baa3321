import type { Handle } from './repo';
import { showVote } from './show-vote';

export const listVotes: Handle<'listVotes'> = async ({ communityId, cursor }, { repo, caller, now }) => {
  const { items, next } = await repo.votes.list(communityId, caller?.householdId, cursor);
  const reader = { personId: caller?.personId, now };
  return { items: items.map(({ vote, state }) => showVote(communityId, vote, state, reader)), next };
};
