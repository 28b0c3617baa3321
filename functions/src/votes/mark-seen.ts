import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayVote } from '@gongzhi/shared/votes/rules';
import { findOwnUnits } from './find-unit';
import type { Handle } from './repo';

/** A unit is reached when one of its people opened the page while the vote was open; who it was is not kept. */
export const markSeen: Handle<'markSeen'> = async ({ communityId, voteId }, { repo, caller, now }) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const own = await findOwnUnits(repo, { communityId, vote }, caller);
  if (own.length === 0) return refuse('NOT_ON_ROLL');
  const closed = mayVote(vote, { onRoll: true }, now);
  if (closed?.refused === 'CLOSED') return refuse('CLOSED');
  const at = now.toISOString();
  await Promise.all(own.map((unit) => repo.readings.mark(communityId, voteId, unit, { at, band: caller.ageBand })));
  return { voteId, at };
};
