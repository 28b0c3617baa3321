import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit } from '../kernel/commit';
import { mayProxy, nameAgent, namedOr } from './name-agent';
import type { Handle } from './repo';

/** Enters a written proxy the worker has seen. */
export const registerProxy: Handle<'registerProxy'> = async ({ communityId, voteId, unitId, agentId }, ctx) => {
  const vote = await ctx.repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const no = mayProxy(vote, ctx.now);
  if (no) return no;
  const entry = await ctx.repo.rolls.entry(communityId, vote, unitId);
  if (!entry) return refuse('NOT_ON_ROLL');
  if (entry.voters?.includes(agentId)) return refuse('PROXY_SELF');
  const writes = nameAgent(ctx, { communityId, vote, unitId, agent: agentId });
  const event = { type: 'votes.proxy-registered', subject: voteId, via: 'staff' as const, data: { voteId } };
  return namedOr(await commit(ctx, writes, event, { voteId, unitId, at: ctx.now.toISOString() }), vote);
};
