import { LEAST_GROUP, MOST_BRIDGES, MOST_SAYINGS } from '@gongzhi/shared/opinions/thresholds';
import type { Row } from './place-people';

export interface Counts {
  agree: number;
  disagree: number;
  pass: number;
}
export type Side = 'agree' | 'disagree';
export interface Weighed {
  column: number;
  side: Side;
}

/** The one-sided 90 % point of the normal distribution: what is said of a statement is said above it. */
const SURE = 1.2816;

export const countOf = (rows: readonly Row[], column: number): Counts => {
  const counts = { agree: 0, disagree: 0, pass: 0 };
  for (const row of rows) {
    const cell = row[column];
    if (cell !== undefined) counts[cell === 1 ? 'agree' : cell === -1 ? 'disagree' : 'pass'] += 1;
  }
  return counts;
};
export const answersIn = ({ agree, disagree, pass }: Counts): number => agree + disagree + pass;

/** A share as it is probable from few answers: one yes and one no are added (Laplace). */
const share = (counts: Counts, side: Side): number => (counts[side] + 1) / (answersIn(counts) + 2);

/** How surely more than half of those asked are of this side, in standard deviations. */
const overHalf = (counts: Counts, side: Side): number =>
  2 * Math.sqrt(answersIn(counts) + 2) * (share(counts, side) - 0.5);

/** How surely these are more of this side than those, in standard deviations. */
const more = (these: Counts, those: Counts, side: Side): number => {
  const [n, m] = [answersIn(these) + 2, answersIn(those) + 2];
  const pooled = (these[side] + those[side] + 2) / (n + m);
  const width = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return width === 0 ? 0 : (share(these, side) - share(those, side)) / width;
};

const sideOf = (score: (side: Side) => number): Side => (score('disagree') > score('agree') ? 'disagree' : 'agree');
const top = (scored: (Weighed & { score: number })[], most: number): Weighed[] =>
  scored
    .sort((a, b) => b.score - a.score || a.column - b.column)
    .slice(0, most)
    .map(({ column, side }) => ({ column, side }));

/**
 * Statements on which every group is of one side: the product of the groups' smoothed shares (Polis' group-informed
 * consensus), and only where in each group more than half are. With one group nothing is bridged.
 */
export const findBridges = (groups: readonly Counts[][]): Weighed[] => {
  if (groups.length < 2) return [];
  const scored = (groups[0] ?? []).flatMap((_, column) => {
    const counts = groups.map((group) => group[column] as Counts);
    const score = (side: Side) => counts.reduce((product, c) => product * share(c, side), 1);
    const side = sideOf(score);
    const holds = counts.every((c) => answersIn(c) >= LEAST_GROUP && share(c, side) > 0.5);
    return holds ? [{ column, side, score: score(side) }] : [];
  });
  return top(scored, MOST_BRIDGES);
};

/** What one group says and the others do not: surely over half of it, and surely more of it than of the rest. */
export const findSayings = (groups: readonly Counts[][], group: number): Weighed[] => {
  const scored = (groups[group] ?? []).flatMap((own, column) => {
    const rest = { agree: 0, disagree: 0, pass: 0 };
    groups.forEach((other, i) => {
      const counts = other[column];
      if (i === group || !counts) return;
      rest.agree += counts.agree;
      rest.disagree += counts.disagree;
      rest.pass += counts.pass;
    });
    const side = sideOf((s) => more(own, rest, s));
    const [sure, differs] = [overHalf(own, side), more(own, rest, side)];
    const holds = answersIn(own) >= LEAST_GROUP && sure > SURE && differs > SURE;
    return holds ? [{ column, side, score: sure * differs * share(own, side) }] : [];
  });
  return top(scored, MOST_SAYINGS);
};

/** What most of all people say, groups or not. */
export const findMajority = (all: readonly Counts[]): Weighed[] =>
  top(
    all.flatMap((counts, column) => {
      const side = sideOf((s) => share(counts, s));
      const sure = overHalf(counts, side);
      return answersIn(counts) >= LEAST_GROUP && sure > SURE
        ? [{ column, side, score: sure * share(counts, side) }]
        : [];
    }),
    MOST_BRIDGES,
  );

export interface Weighing {
  bridges: Weighed[];
  majority: Weighed[];
  /** What each group says, in the order of the groups. */
  says: Weighed[][];
}
/** Everything there is to say of the statements: `all` counts of everybody, `groups` of each group, both by statement. */
export const weighStatements = (all: readonly Counts[], groups: readonly Counts[][]): Weighing => ({
  bridges: findBridges(groups),
  majority: findMajority(all),
  says: groups.map((_, group) => (groups.length > 1 ? findSayings(groups, group) : [])),
});
