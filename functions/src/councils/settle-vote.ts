import { maySettle } from '@gongzhi/shared/councils/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { recountVote } from './recount-vote';
import type { Handle } from './repo';

export const settleVote: Handle<'settleVote'> = async ({ communityId, voteId }, ctx) => {
  const vote = await ctx.repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  return maySettle(vote, ctx.now) ?? recountVote(ctx, communityId, vote, 'app');
};
