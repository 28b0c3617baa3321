import { randomBytes } from 'node:crypto';
import { base32 } from '@gongzhi/shared/kernel/ids';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findOwn } from './find-unit';
import { mayProxy } from './name-agent';
import type { Handle } from './repo';

const CODE_LENGTH = 10;

/** Gives a code for one of the caller's own ballots. It names nobody yet: whoever brings it becomes the agent, once. */
export const offerProxy: Handle<'offerProxy'> = async ({ communityId, voteId, unitId }, ctx) => {
  const vote = await findOwn(ctx.repo, { communityId, voteId, unitId }, ctx.caller);
  if (isRefusal(vote)) return vote;
  const no = mayProxy(vote, ctx.now);
  if (no) return no;
  const ballot = await ctx.repo.ballots.ballot(communityId, voteId, unitId);
  if (ballot?.casts !== undefined) return refuse('HOUSEHOLD_VOTED');
  if (ballot?.agent !== undefined) return refuse('PROXY_GIVEN');
  const code = base32(randomBytes(CODE_LENGTH));
  const at = ctx.now.toISOString();
  const write = ctx.repo.proxies.offerWrite(communityId, voteId, code, { unitId, by: ctx.caller.personId });
  const event = { type: 'votes.proxy-offered', subject: voteId, data: { voteId } };
  const done = await commit(ctx, [write], event, { voteId, unitId, code, at });
  return isLost(done) ? refuse('PROXY_GIVEN') : done;
};
