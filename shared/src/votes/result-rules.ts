import { meets, neededOf } from '@gongzhi/shared/kernel/shares';
import type { Choice, Counts, Outcome, Tally, TestResult, Result } from './model';
import type { Measure, Rule } from './rule-sets';

/** Ballots or area taking part, abstentions included: who abstains takes part. Invalid papers do not. */
export const takenOf = (counts: Counts): number => counts.for + counts.against + counts.abstain;

const none = (): Counts => ({ for: 0, against: 0, abstain: 0 });
export const emptyTally = (): Tally => ({
  units: none(),
  area: none(),
  invalid: 0,
  channels: { app: 0, assisted: 0, paper: 0, proxy: 0 },
});

/** A ballot as it is counted; `area` behind it where the rule counts area. */
export interface Countable {
  choice: Choice | 'invalid';
  area?: number | undefined;
  via?: keyof Tally['channels'] | undefined;
}

/** Counts ballots into `tally`; one a unit is what the keys of the ballots guarantee. */
export const tally = (ballots: Iterable<Countable>, into: Tally = emptyTally()): Tally => {
  for (const { choice, area = 0, via = 'app' } of ballots) {
    into.channels[via] += 1;
    if (choice === 'invalid') into.invalid += 1;
    else {
      into.units[choice] += 1;
      into.area[choice] += area;
    }
  }
  return into;
};

/** The whole roll: how many units, and the area behind them. */
export type Base = Record<Measure, number>;

/** Every threshold of the rule against what was counted. */
export const testsOf = (
  counted: Pick<Tally, Measure>,
  base: Base,
  { thresholds }: Pick<Rule, 'thresholds'>,
): TestResult[] =>
  thresholds.map(({ of, quorum, pass }) => {
    const counts = counted[of];
    const taken = takenOf(counts);
    return {
      of,
      base: base[of],
      taken,
      counts,
      quorum: { share: quorum, needed: neededOf(quorum, base[of]), reached: meets(quorum, taken, base[of]) },
      pass: { share: pass, needed: neededOf(pass, taken), reached: meets(pass, counts.for, taken) },
    };
  });

const outcomeOf = (tests: readonly TestResult[]): Outcome => {
  if (tests.length === 0) return 'advisory';
  if (!tests.every(({ quorum }) => quorum.reached)) return 'noQuorum';
  return tests.every(({ pass }) => pass.reached) ? 'passed' : 'rejected';
};

export type Figures = Omit<Result, 'decision' | 'settledAt'>;

/** Everything that follows from the count, the frozen roll and the rule; integers only. */
export const resultOf = (counted: Tally, base: Base, rule: Pick<Rule, 'thresholds'>): Figures => {
  const tests = testsOf(counted, base, rule);
  return {
    counts: counted.units,
    invalid: counted.invalid,
    channels: counted.channels,
    base: base.units,
    taken: takenOf(counted.units),
    tests,
    outcome: outcomeOf(tests),
  };
};
