import type { Handle } from './repo';
import type { VoteState } from './repo-states';
import { showVote } from './show-vote';

export const listVotes: Handle<'listVotes'> = async ({ communityId, cursor }, { repo, caller, now }) => {
  const { items, next } = await repo.votes.page(communityId, cursor);
  const states = await repo.states.many(communityId, items, caller);
  const marked = await Promise.all(
    items.map((vote, i) => repo.secret.withMark(communityId, vote, states[i] as VoteState)),
  );
  const reader = { personId: caller?.personId, now };
  return { items: items.map((vote, i) => showVote(communityId, vote, marked[i] as VoteState, reader)), next };
};
