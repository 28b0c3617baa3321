import type { Confidence, Flag } from '@gongzhi/shared/kernel/satisfaction-result';
import { SUSPICIOUS } from './rule-sets';

/**
 * How answers came, in numbers alone. `hours`, `devices`: answers in each hour, from each phone; `helpers`: those that one
 * worker entered in one hour; `straight`: all levels alike; `disowned`: said not to be the household's own.
 */
export interface Arrivals {
  answered: number;
  hours: readonly number[];
  devices: readonly number[];
  helpers: readonly number[];
  straight: number;
  disowned: number;
  pressure: number;
  /** Questions of the round, the overall one among them. */
  questions: number;
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};
/** Answers in hours that stand out against the round's own. */
const inBursts = ({ hours, answered }: Arrivals): number => {
  const { least, num, den, timesMedian } = SUSPICIOUS.burst;
  const usual = median(hours);
  return hours
    .filter((n) => n >= least && n * den >= answered * num && n >= usual * timesMedian)
    .reduce((sum, n) => sum + n, 0);
};
const sumFrom = (counts: readonly number[], least: number): number =>
  counts.filter((n) => n >= least).reduce((sum, n) => sum + n, 0);
const inStraightLines = ({ questions, straight, answered }: Arrivals): number => {
  const rule = SUSPICIOUS.straight;
  return questions >= rule.questions && straight >= rule.least && straight * rule.den >= answered * rule.num
    ? straight
    : 0;
};

/** What looks unlike many people answering by themselves, with how many answers or reports it is of. */
export const flagsOf = (arrivals: Arrivals): Flag[] => {
  const counts = {
    burst: inBursts(arrivals),
    sameDevice: sumFrom(arrivals.devices, SUSPICIOUS.sameDevice),
    straightLining: inStraightLines(arrivals),
    assistedBurst: sumFrom(arrivals.helpers, SUSPICIOUS.assisted),
    disowned: arrivals.disowned,
    pressure: arrivals.pressure,
  };
  return Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? [{ kind: kind as Flag['kind'], count }] : []));
};
/** How much is to be thought of a result: one kind of flag lowers it, more make it low. No answer is taken away. */
export const confidenceOf = (flags: readonly Flag[]): Confidence =>
  flags.length === 0 ? 'high' : flags.length === 1 ? 'lowered' : 'low';
