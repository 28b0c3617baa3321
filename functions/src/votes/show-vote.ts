import type { MyUnit, Vote } from '@gongzhi/shared/votes/model';
import { resultOf } from '@gongzhi/shared/votes/result-rules';
import { decisionText, fewText } from '@gongzhi/shared/votes/result-words';
import { phaseOf } from '@gongzhi/shared/votes/rules';
import { sumOf } from '@gongzhi/shared/votes/secret-rules';
import type { UnitState, VoteState } from './repo-states';
import type { ResultItem, VoteItem } from './repo-votes';

/** A secret vote in which one or two took part: how many, and what follows. */
const fewShown = (vote: VoteItem, { counted, outcome, at }: ResultItem): Vote['result'] => {
  const figures = { ...resultOf(counted, vote, vote.rule), taken: sumOf(counted.channels), tests: [], outcome };
  return { ...figures, few: true, decision: fewText(vote, figures), settledAt: at };
};
const resultShown = (vote: VoteItem, item: ResultItem): Vote['result'] => {
  const { counted, at } = item;
  if (item.few) return fewShown(vote, item);
  const figures = resultOf(counted, vote, vote.rule);
  return { ...figures, decision: decisionText(vote, figures), settledAt: at };
};

/** What a worker entered: the unit must be able to see that it is what was said or written. A paper may be invalid. */
const isEntered = ({ as, ballot }: UnitState): boolean =>
  as === 'own' && (ballot?.via === 'assisted' || ballot?.via === 'paper') && ballot.choice !== 'invalid';
/** How a ballot was cast, for whoever cast it, or for whose unit it was entered. */
const choiceShown = (state: UnitState, personId: string): Pick<MyUnit, 'choice' | 'castAt'> => {
  const { ballot } = state;
  return ballot && (ballot.by === personId || isEntered(state))
    ? { choice: ballot.choice as MyUnit['choice'], castAt: ballot.at }
    : {};
};
const isProxied = ({ as, ballot }: UnitState): boolean =>
  as === 'own' && ballot?.agent !== undefined && ballot.casts === undefined;

/** A unit as the reader may see it: whether it voted, and how only when the reader cast it. */
const unitShown = (state: UnitState, personId: string): MyUnit => {
  const { unitId, as, entry, ballot, mark } = state;
  return {
    unitId,
    as,
    voted: ballot?.casts !== undefined || mark !== undefined,
    ...(entry.area === undefined ? {} : { area: entry.area, parts: entry.parts }),
    ...choiceShown(state, personId),
    ...(isProxied(state) ? { proxied: true } : {}),
  };
};

/** An agent whose authority ended is no longer shown the unit. */
const isStanding = ({ as, ballot }: UnitState, personId: string) => as === 'own' || ballot?.agent === personId;

const howOf = (unit: MyUnit | undefined) => (unit?.choice ? { choice: unit.choice, castAt: unit.castAt } : {});

/** By which way a unit took part. */
const channelIn = (state: UnitState | undefined) => state?.mark?.channel ?? state?.ballot?.via;

/** The mark that stands for the reader: of a named ballot only whose it is, so that a phone whose code was replaced knows. */
const markShown = (state: UnitState | undefined, personId: string): string | undefined =>
  state?.mark?.mark ?? (state?.ballot?.by === personId ? state.ballot.mark : undefined);

const mineShown = (states: readonly UnitState[], personId: string): Vote['mine'] => {
  const standing = states.filter((state) => isStanding(state, personId));
  const units = standing.map((state) => unitShown(state, personId));
  const [first] = units;
  const channel = channelIn(standing[0]);
  const mark = markShown(standing[0], personId);
  return {
    onRoll: units.length > 0,
    voted: first?.voted ?? false,
    ...howOf(first),
    units,
    ...(channel === 'assisted' || channel === 'paper' ? { channel } : {}),
    ...(mark ? { mark } : {}),
  };
};

/** A vote as anyone may see it now: before the count, no choice but the caller's own. */
export const showVote = (
  communityId: string,
  vote: VoteItem,
  state: VoteState,
  reader: { personId: string | undefined; now: Date },
): Vote => {
  const result = state.result && resultShown(vote, state.result);
  const { sk: voteId, proposalId, question, resolution, openedAt, closesAt, rule, units, area } = vote;
  return {
    voteId,
    proposalId,
    communityId,
    question,
    resolution,
    openedAt,
    closesAt,
    rule,
    ballot: vote.ballot ?? 'named',
    phase: phaseOf(vote, result !== undefined, reader.now),
    roll: { units, area, hash: vote.rollHash },
    turnout: result ? result.taken + result.invalid : state.turnout,
    ...(result ? { result } : {}),
    ...(state.units && reader.personId ? { mine: mineShown(state.units, reader.personId) } : {}),
  };
};
