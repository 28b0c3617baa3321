import type { Vote } from '@gongzhi/shared/councils/model';
import { decisionText, resultOf } from '@gongzhi/shared/councils/result-rules';
import { phaseOf } from '@gongzhi/shared/councils/rules';
import type { BallotItem } from './repo-ballots';
import type { ResultItem, VoteItem, VoteState } from './repo-votes';

const resultShown = (vote: VoteItem, { counts, at }: ResultItem): Vote['result'] => {
  const figures = resultOf(counts, vote.households, vote.rule);
  return { ...figures, decision: decisionText(vote, figures), settledAt: at };
};

/** The household's ballot as the caller may see it: whether there is one, and how it was cast only when the caller cast it. */
const mineShown = (
  { onRoll, ballot }: { onRoll: boolean; ballot: BallotItem | undefined },
  personId: string,
): Vote['mine'] => ({
  onRoll,
  voted: ballot !== undefined,
  ...(ballot?.by === personId ? { choice: ballot.choice, castAt: ballot.at } : {}),
});

/** A vote as anyone may see it now: before the count, no choice but the caller's own. */
export const showVote = (
  communityId: string,
  vote: VoteItem,
  state: VoteState,
  reader: { personId: string | undefined; now: Date },
): Vote => {
  const result = state.result && resultShown(vote, state.result);
  const { sk: voteId, proposalId, question, resolution, openedAt, closesAt, rule } = vote;
  return {
    voteId,
    proposalId,
    communityId,
    question,
    resolution,
    openedAt,
    closesAt,
    rule,
    phase: phaseOf(vote, result !== undefined, reader.now),
    roll: { households: vote.households, hash: vote.rollHash },
    turnout: result?.taken ?? state.turnout,
    ...(result ? { result } : {}),
    ...(state.household && reader.personId ? { mine: mineShown(state.household, reader.personId) } : {}),
  };
};
