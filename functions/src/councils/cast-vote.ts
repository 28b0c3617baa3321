import { mayVote } from '@gongzhi/shared/councils/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Choice } from '@gongzhi/shared/councils/model';
import type { BallotItem } from './repo-ballots';
import type { Handle } from './repo';

/** The receipt when the ballot that stands is the caller's own with this choice, however often it is asked for. */
const receiptOf = (voteId: string, ballot: BallotItem | undefined, asked: { by: string; choice: Choice }) =>
  ballot?.by === asked.by && ballot.choice === asked.choice
    ? { voteId, choice: ballot.choice, castAt: ballot.at }
    : undefined;

/** One conditional put. The vote and its roll never change, so they come from memory when they were read before. */
export const castVote: Handle<'castVote'> = async ({ communityId, voteId, choice }, { repo, caller, now }) => {
  const vote = await repo.votes.vote(communityId, voteId);
  if (!vote) return refuse('NOT_FOUND');
  const { householdId } = caller;
  if (!householdId || !(await repo.rolls.has(communityId, vote, householdId))) return refuse('NOT_ON_ROLL');
  const asked = { by: caller.personId, choice };
  const closed = mayVote(vote, { onRoll: true }, now);
  const standing = closed
    ? await repo.ballots.ballot(communityId, voteId, householdId)
    : await repo.ballots.cast(communityId, voteId, householdId, { ...asked, at: now.toISOString() });
  return receiptOf(voteId, standing, asked) ?? closed ?? refuse('HOUSEHOLD_VOTED');
};
