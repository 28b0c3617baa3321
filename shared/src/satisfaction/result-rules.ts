import { hiddenTogether } from '@gongzhi/shared/kernel/hide-few';
import { WHOLE } from '@gongzhi/shared/kernel/statistics/parts';
import { stratifiedInterval, stratifiedShare } from '@gongzhi/shared/kernel/statistics/stratified';
import { wilson } from '@gongzhi/shared/kernel/statistics/wilson';
import type { Figure, GroupResult, Share } from '@gongzhi/shared/kernel/satisfaction-result';
import { FEWEST } from './rule-sets';
import type { SampleStratum } from './sample-rules';
import { satisfiedIn, sumLevels, type Tally } from './tally';

/** A stratum with its answers; an event's answers are of one stratum that was asked whole and has no `stratum`. */
export interface Counted {
  stratum?: SampleStratum;
  tally: Tally;
}

const inParts = (share: number): number => Math.round(share * WHOLE);
/** The share that is satisfied: of a sample weighted by stratum with the finite-population correction, of an event as it was answered. */
const shareOf = (parts: readonly Counted[], question: number): Share => {
  const yesOf = (tally: Tally) => satisfiedIn(sumLevels([tally], question));
  const strata = parts.flatMap(({ stratum, tally }) =>
    stratum ? [{ size: stratum.size, answered: tally.answered, yes: yesOf(tally) }] : [],
  );
  if (strata.length > 0) return { point: inParts(stratifiedShare(strata).share), ...stratifiedInterval(strata) };
  const [yes, n] = [parts.reduce((sum, { tally }) => sum + yesOf(tally), 0), answeredIn(parts)];
  return { point: inParts(yes / n), ...wilson(yes, n) };
};
export const answeredIn = (parts: readonly Counted[]): number =>
  parts.reduce((sum, { tally }) => sum + tally.answered, 0);

/** What is shown of the answers to one question: nothing below FEWEST. */
export const figureOf = (parts: readonly Counted[], question: number): Figure => {
  const answered = answeredIn(parts);
  if (answered < FEWEST) return { shown: false, why: 'few' };
  const levels = sumLevels(
    parts.map(({ tally }) => tally),
    question,
  );
  return { shown: true, answered, satisfied: satisfiedIn(levels), levels, rate: shareOf(parts, question) };
};

interface Group {
  name: string;
  parts: Counted[];
}
/** The rest, of strata that hold several of a kind. */
export const MIXED = 'mixed';
const groupsBy = (parts: readonly Counted[], of: 'buildings' | 'bands'): Group[] => {
  const all = parts.flatMap(({ stratum }) => (stratum ? [stratum] : []));
  /** Only a kind that is in no mixed stratum is a group by itself. */
  const isPure = (name: string) => all.every((one) => !one[of].includes(name) || one[of].length === 1);
  const groups = new Map<string, Counted[]>();
  for (const part of parts) {
    const [name = MIXED, ...more] = part.stratum?.[of] ?? [];
    const group = more.length === 0 && isPure(name) ? name : MIXED;
    groups.set(group, [...(groups.get(group) ?? []), part]);
  }
  return [...groups].map(([name, some]) => ({ name, parts: some })).sort((a, b) => (a.name < b.name ? -1 : 1));
};

const groupResults = (by: GroupResult['by'], groups: readonly Group[]): GroupResult[] => {
  if (groups.length < 2) return [];
  const answered = (some: readonly Group[]) => some.reduce((sum, { parts }) => sum + answeredIn(parts), 0);
  const hidden = hiddenTogether(
    groups,
    (some) => answered(some) < FEWEST,
    (group) => answered([group]),
  );
  return groups.map((group) => {
    const figure = figureOf(group.parts, 0);
    return {
      by,
      name: group.name,
      figure: figure.shown && hidden.has(group) ? { shown: false, why: 'together' } : figure,
    };
  });
};

/** The overall answers by building and by age band: every group that is shown, and every sum that follows from what is shown, is of at least FEWEST answers. */
export const breakdown = (parts: readonly Counted[]): GroupResult[] => [
  ...groupResults('building', groupsBy(parts, 'buildings')),
  ...groupResults('ageBand', groupsBy(parts, 'bands')),
];
