import { LEVELS, SATISFIED, type Level, type Levels } from '@gongzhi/shared/kernel/satisfaction-result';
import { levelsOf } from './rules';

/** Answers of one stratum, counted: for each question how many of each level. */
export interface Tally {
  answered: number;
  levels: Levels[];
  straight: number;
}
const none = (): Levels => ({
  verySatisfied: 0,
  satisfied: 0,
  fairlySatisfied: 0,
  dissatisfied: 0,
  veryDissatisfied: 0,
});
export const emptyTally = (questions: number): Tally => ({
  answered: 0,
  levels: Array.from({ length: questions }, none),
  straight: 0,
});
/** Counts one answer, as its digits are kept. @throws for an answer that is none of this round */
export const count = (tally: Tally, digits: string): void => {
  const levels: Level[] = levelsOf(digits);
  if (levels.length !== tally.levels.length) throw new Error('an answer to other questions');
  levels.forEach((level, i) => {
    const of = tally.levels[i];
    if (of) of[level] += 1;
  });
  tally.answered += 1;
  if (new Set(levels).size === 1) tally.straight += 1;
};
/** Levels of several tallies for one question. */
export const sumLevels = (tallies: readonly Tally[], question: number): Levels => {
  const sum = none();
  for (const { levels } of tallies) for (const level of LEVELS) sum[level] += levels[question]?.[level] ?? 0;
  return sum;
};
export const satisfiedIn = (levels: Levels): number => SATISFIED.reduce((sum, level) => sum + levels[level], 0);
