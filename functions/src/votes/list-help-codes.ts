import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

/** Codes of one bucket of the roll. Whoever enters ballots does not hand out the codes that agree to it. */
export const listHelpCodes: Handle<'listHelpCodes'> = async ({ communityId, voteId, bucket = '0' }, ctx) => {
  const vote = await ctx.repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  if (ctx.caller.roles.includes('worker')) return refuse('HELPS_HERE');
  const entries = await ctx.repo.rolls.bucket(communityId, vote, Number(bucket));
  return {
    items: entries.map(({ unitId }) => ({ unitId, code: ctx.helpCode(voteId, unitId) })),
    buckets: vote.buckets,
  };
};
