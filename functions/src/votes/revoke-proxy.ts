import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findOwn } from './find-unit';
import type { Handle } from './repo';

/** Takes the authority back. On the ballot's own item revocation and casting meet: only one of them comes first. */
export const revokeProxy: Handle<'revokeProxy'> = async ({ communityId, voteId, unitId }, ctx) => {
  const { repo, now } = ctx;
  const vote = await findOwn(repo, { communityId, voteId, unitId }, ctx.caller);
  if (isRefusal(vote)) return vote;
  if (now.getTime() >= new Date(vote.closesAt).getTime()) return refuse('CLOSED');
  const { agent, casts } = (await repo.ballots.ballot(communityId, voteId, unitId)) ?? {};
  if (agent === undefined) return refuse('PROXY_NONE');
  if (casts !== undefined) return refuse('PROXY_USED');
  const writes = [
    repo.ballots.dropAgentWrite(communityId, voteId, unitId, agent),
    repo.proxies.removeWrite({ communityId, voteId, agent }, unitId),
  ];
  const event = { type: 'votes.proxy-revoked', subject: voteId, data: { voteId } };
  const done = await commit(ctx, writes, event, { voteId, unitId, at: now.toISOString() });
  return isLost(done) ? refuse('PROXY_USED') : done;
};
