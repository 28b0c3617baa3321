import { councils } from '@gongzhi/shared/councils/contract';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { refusal, type Outcome } from '../../kernel/answer-of';
import { call } from '../../kernel/call';
import type { Chain, Promises } from './model';

type At = { communityId: string; proposalId: string };

/** What may be missing: not there yet is no failure, everything else is. */
const orNothing = <T>(outcome: Outcome<T>): Outcome<T | undefined> =>
  !outcome.ok && outcome.refused === 'NOT_FOUND' ? { ok: true, value: undefined } : outcome;

const voteOf = async (communityId: string, voteId: string | undefined) =>
  voteId ? orNothing(await call(votes.readVote, { communityId, voteId })) : { ok: true as const, value: undefined };

/** Asks each part where it lives. Without a vote or a resolution the chain ends there; what was promised after a survey has no proposal. */
export const gatherChain = async (at: At): Promise<Outcome<Chain | Promises>> => {
  const [proposal, resolution] = await Promise.all([
    call(councils.readProposal, at).then(orNothing),
    call(resolutions.readResolution, at).then(orNothing),
  ]);
  if (!proposal.ok) return proposal;
  if (!resolution.ok) return resolution;
  if (!proposal.value)
    return resolution.value ? { ok: true, value: { resolution: resolution.value } } : refusal('NOT_FOUND');
  const vote = await voteOf(at.communityId, proposal.value.voteId);
  if (!vote.ok) return vote;
  return { ok: true, value: { proposal: proposal.value, vote: vote.value, resolution: resolution.value } };
};
