import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayVote } from '@gongzhi/shared/votes/rules';
import { findUnit } from './find-unit';
import type { Handle } from './repo';

/** A unit is reached when one of its people opened the page while the vote was open; who it was is not kept. */
export const markSeen: Handle<'markSeen'> = async ({ communityId, voteId }, { repo, caller, now }) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const found = await findUnit(repo, { communityId, vote }, caller);
  if (isRefusal(found)) return refuse('NOT_ON_ROLL');
  const closed = mayVote(vote, { onRoll: true }, now);
  if (closed?.refused === 'CLOSED') return refuse('CLOSED');
  const at = now.toISOString();
  await repo.readings.mark(communityId, voteId, found.entry, { at, band: caller.ageBand });
  return { voteId, at };
};
