import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { mayVote } from '@gongzhi/shared/votes/rules';
import { alreadyMarked, type Channel, type Mark } from '@gongzhi/shared/votes/secret-rules';
import type { RollEntry } from '@gongzhi/shared/votes/roll-rules';
import type { Repo } from './repo';
import type { BallotItem } from './repo-ballots';
import type { VoteItem } from './repo-votes';

/** A unit of an open vote that a worker enters something for. `stood`: how it took part already, if it did. */
export interface OpenUnit {
  vote: VoteItem;
  entry: RollEntry;
  stood: Mark | undefined;
}

/** By which way a named ballot came; an agent's came by phone. */
export const channelOf = ({ via }: Partial<BallotItem>): Channel =>
  via === 'assisted' || via === 'paper' ? via : 'app';

/** How a unit took part already: by the mark of a secret vote, or by its named ballot. */
export const stoodOf = async (
  repo: Repo,
  communityId: string,
  vote: VoteItem,
  unitId: string,
): Promise<Mark | undefined> => {
  if (vote.ballot === 'secret') return repo.secret.mark(communityId, vote.sk, unitId);
  const ballot = await repo.ballots.ballot(communityId, vote.sk, unitId);
  return ballot?.casts === undefined ? undefined : { mark: ballot.mark ?? '', channel: channelOf(ballot) };
};

/** The unit, whether it took part or not. */
export const findOnRoll = async (
  repo: Repo,
  { communityId, voteId, unitId }: { communityId: string; voteId: string; unitId: string },
  now: Date,
): Promise<OpenUnit | Refusal<'NOT_FOUND' | 'NOT_ON_ROLL' | 'CLOSED' | 'PHONES_ONLY'>> => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  if (vote.channels === 'app') return refuse('PHONES_ONLY');
  const entry = await repo.rolls.entry(communityId, vote, unitId);
  if (!entry) return refuse('NOT_ON_ROLL');
  if (mayVote(vote, { onRoll: true }, now)) return refuse('CLOSED');
  return { vote, entry, stood: await stoodOf(repo, communityId, vote, unitId) };
};

type Found = Awaited<ReturnType<typeof findOnRoll>>;
/** The unit, which must not have taken part. */
export const notYetIn = (found: Found) => ('refused' in found || !found.stood ? found : alreadyMarked(found.stood));
