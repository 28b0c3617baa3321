import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Choice } from '@gongzhi/shared/votes/model';
import { MOST_CASTS, mayVote } from '@gongzhi/shared/votes/rules';
import { alreadyMarked } from '@gongzhi/shared/votes/secret-rules';
import { channelOf } from './find-on-roll';
import { findUnit, type FoundUnit } from './find-unit';
import type { Handle } from './repo';
import { markOf, type BallotItem } from './repo-ballots';

type Ballot = Partial<BallotItem> | undefined;
interface Asked {
  voteId: string;
  by: string;
  key: string;
  as: FoundUnit['as'];
}

/** The receipt when what stands was cast by this very request, however often it is sent. */
const receiptOf = (ballot: Ballot, { voteId, by, key }: Asked) =>
  ballot?.by === by && ballot.last === key
    ? { voteId, choice: ballot.choice as Choice, castAt: ballot.at as string }
    : undefined;

/** Whoever is not the agent of a unit learns nothing of it. */
const isStranger = (ballot: Ballot, { by, as }: Pick<Asked, 'by' | 'as'>) => as === 'proxy' && ballot?.agent !== by;

/** Why a casting did not become the ballot that stands. */
const refusalOf = (ballot: Ballot, { by, key, as }: Asked) => {
  if (isStranger(ballot, { by, as })) return refuse('NOT_ON_ROLL');
  if (ballot?.casts === undefined) throw new Error('a ballot was refused and nothing stands in its way');
  if (ballot.by !== by) return alreadyMarked({ channel: channelOf(ballot) });
  return ballot.keys?.has(key) ? refuse('CHANGED_SINCE') : refuse('CHANGED_OFTEN', { most: MOST_CASTS });
};

/**
 * One conditional update of the unit's ballot. Whoever cast it may change it until the end, and the last counts: a request
 * that comes a second time after another was sent changes nothing. The vote and its roll never change, so they come from
 * memory when they were read before.
 */
export const castVote: Handle<'castVote'> = async ({ communityId, voteId, unitId, choice, mark }, ctx) => {
  const { repo, caller, now } = ctx;
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  if (vote.ballot === 'secret') return refuse('SECRET_VOTE');
  const found = await findUnit(repo, { communityId, vote, unitId }, caller);
  if (isRefusal(found)) return found;
  const { entry, as } = found;
  const asked = { voteId, by: caller.personId, key: markOf(ctx.intent.key), as };
  const closed = mayVote(vote, { onRoll: true }, now);
  if (closed) return receiptOf(await repo.ballots.ballot(communityId, voteId, entry.unitId), asked) ?? closed;
  const { ballot } = await repo.ballots.cast(communityId, voteId, entry, {
    ...asked,
    choice,
    at: now.toISOString(),
    band: caller.ageBand,
    mark,
  });
  return receiptOf(ballot, asked) ?? refusalOf(ballot, asked);
};
