import { maySettle } from '@gongzhi/shared/votes/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { recountVote } from './recount-vote';
import type { Handle } from './repo';

export const settleVote: Handle<'settleVote'> = async ({ communityId, voteId }, ctx) => {
  const vote = await ctx.repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  if (vote.ballot === 'secret') return maySettle(vote, ctx.now) ?? refuse('COUNTED_BY_CLOCK');
  return maySettle(vote, ctx.now) ?? recountVote(ctx, communityId, vote, 'app');
};
