import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showVote } from './show-vote';

export const readVote: Handle<'readVote'> = async ({ communityId, voteId }, { repo, caller, now }) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const state = await repo.states.one(communityId, vote, caller);
  const marked = await repo.secret.withMark(communityId, vote, state);
  return showVote(communityId, vote, marked, { personId: caller?.personId, now });
};
