import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { FEWEST } from '@gongzhi/shared/satisfaction/rule-sets';
import { breakdown, figureOf, type Counted } from '@gongzhi/shared/satisfaction/result-rules';
import { confidenceOf, flagsOf, type Arrivals } from '@gongzhi/shared/satisfaction/flag-rules';
import { channelCounts } from '@gongzhi/shared/satisfaction/channel-rules';
import { emptyTally } from '@gongzhi/shared/satisfaction/tally';
import type { Read } from './read-round';
import type { InRound } from './repo-marks';
import type { RoundItem } from './repo-rounds';

/** Strata with their answers; an event's answers as one. */
const partsOf = ({ strata, tallies }: Read, questions: number): Counted[] =>
  strata.length > 0
    ? strata.map((stratum) => ({ stratum, tally: tallies.get(stratum.no) ?? emptyTally(questions) }))
    : [...tallies.values()].map((tally) => ({ tally }));

const arrivalsOf = (
  { pressure, disowned = 0, questions }: RoundItem,
  read: Read,
  parts: readonly Counted[],
): Arrivals => {
  const { answered, hours, devices, helpers } = read;
  const straight = parts.reduce((sum, { tally }) => sum + tally.straight, 0);
  return { answered, hours, devices, helpers, straight, questions: 1 + questions.length, pressure, disowned };
};
/** How a round was drawn, for anybody to draw it again. */
const drawOf = ({ seed, seedHash }: RoundItem): Pick<Result, 'draw'> =>
  seed && seedHash ? { draw: { seed, seedHash } } : {};

/** The result of a round out of what was read of it. Flags of fewer than FEWEST answers are no more shown than the answers. */
export const makeResult = ({ communityId, roundId }: InRound, round: RoundItem, read: Read, now: Date): Result => {
  const questions = 1 + round.questions.length;
  const parts = partsOf(read, questions);
  const { answered, invited } = read;
  const shown = answered >= FEWEST;
  const flags = shown ? flagsOf(arrivalsOf(round, read, parts)) : [];
  const channels = shown ? channelCounts(read.channels) : [];
  return {
    ...{ roundId, communityId, about: round.about, invited },
    population: round.about.kind === 'quarter' ? read.strata.reduce((sum, { size }) => sum + size, 0) : invited,
    ...(shown ? { answered } : {}),
    overall: figureOf(parts, 0),
    questions: round.questions.map((question, i) => ({ ...question, figure: figureOf(parts, i + 1) })),
    groups: shown ? breakdown(parts) : [],
    ...(channels.length > 0 ? { channels } : {}),
    ...{ flags, confidence: confidenceOf(flags), openedAt: round.openedAt, closedAt: now.toISOString() },
    ...drawOf(round),
  };
};
