import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { mayProxy, nameAgent, namedOr } from './name-agent';
import type { Handle } from './repo';

/** Somebody used the code in the meantime. */
const usedUp = (done: unknown) => isLost(done) && done.lost === 'OFFER';

/** Makes the bearer of a code the agent: the code is used up, the ballot names the agent, and the agent's limit holds, or nothing happens. */
export const acceptProxy: Handle<'acceptProxy'> = async ({ communityId, voteId, code }, ctx) => {
  const vote = await ctx.repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const no = mayProxy(vote, ctx.now);
  if (no) return no;
  const offer = await ctx.repo.proxies.offer(communityId, voteId, code);
  if (!offer) return refuse('PROXY_CODE_WRONG');
  const { unitId, by } = offer;
  const entry = await ctx.repo.rolls.entry(communityId, vote, unitId);
  if (entry?.voters?.includes(ctx.caller.personId)) return refuse('PROXY_SELF');
  const writes = [
    ctx.repo.proxies.useOfferWrite(communityId, voteId, code),
    ...nameAgent(ctx, { communityId, vote, unitId, agent: ctx.caller.personId }),
  ];
  const event = { type: 'votes.proxy-accepted', subject: voteId, behalf: by, data: { voteId } };
  const done = await commit(ctx, writes, event, { voteId, unitId, at: ctx.now.toISOString() });
  return usedUp(done) ? refuse('PROXY_CODE_WRONG') : namedOr(done, vote);
};
