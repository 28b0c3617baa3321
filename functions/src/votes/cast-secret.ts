import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayVote } from '@gongzhi/shared/votes/rules';
import { alreadyMarked, type Mark } from '@gongzhi/shared/votes/secret-rules';
import { findUnit } from './find-unit';
import type { Handle } from './repo';

/** The answer to whoever sent `mark`: the same as the first time when it is that one which stands, however often it is asked. */
const recordedOf = (voteId: string, standing: Mark | undefined, mark: string) =>
  standing?.mark === mark ? { voteId, mark, state: 'recorded' as const } : undefined;

/**
 * One transaction over two items which share nothing but the vote. It leaves no event, no instant and no name: the mark on
 * the roll is its own record. Who asks again with the same mark hears the same and not what was chosen.
 */
export const castSecret: Handle<'castSecret'> = async (
  { communityId, voteId, choice, mark },
  { repo, caller, now },
) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  if (vote.ballot !== 'secret') return refuse('NOT_SECRET');
  const found = await findUnit(repo, { communityId, vote }, caller);
  if (isRefusal(found)) return refuse('NOT_ON_ROLL');
  const { unitId } = found.entry;
  const closed = mayVote(vote, { onRoll: true }, now);
  const standing = closed
    ? await repo.secret.mark(communityId, voteId, unitId)
    : await repo.secret.cast(communityId, voteId, { unitId, mark, channel: 'app' }, choice);
  return (
    recordedOf(voteId, standing, mark) ?? closed ?? (standing ? alreadyMarked(standing) : refuse('HOUSEHOLD_VOTED'))
  );
};
