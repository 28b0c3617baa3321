import { standing, type Line } from '@gongzhi/shared/kernel/hour-lines';
import { yearInChina } from '@gongzhi/shared/kernel/time';
import type { Entry, Sums, Totals, Track } from './model';

export const NO_SUMS: Sums = { recorded: 0, honorary: 0, imported: 0 };
export const NO_TOTALS: Totals = { ...NO_SUMS, years: [] };

const plus = (sums: Sums, track: Track, minutes: number): Sums => ({ ...sums, [track]: sums[track] + minutes });

/** The totals with one more line in them. */
export const withLine = (
  totals: Totals,
  { track, minutes, from }: Pick<Entry, 'track' | 'minutes' | 'from'>,
): Totals => {
  const year = yearInChina(from);
  const { years } = totals;
  const own = years.find((one) => one.year === year) ?? { year, ...NO_SUMS };
  const rest = years.filter((one) => one.year !== year);
  return {
    ...plus(totals, track, minutes),
    years: [...rest, { year, ...plus(own, track, minutes) }].sort((a, b) => b.year - a.year),
  };
};

type Chained = Line & { track: Track; version: number; cause: Entry['cause'] };
/**
 * What a settlement of this version does to the lines of the same service and volunteer: `known` when it or a later one
 * stands already, `reverse` what stands from an earlier one first, else `enter` it. `answered`: somebody has corrected or
 * refused an earlier version, so that the new one is looked at by a person.
 */
export const settleStep = <L extends Chained>(
  chain: readonly L[],
  version: number,
): { do: 'known' } | { do: 'reverse'; line: L } | { do: 'enter'; answered: boolean } => {
  const recorded = chain.filter(({ track }) => track === 'recorded');
  if (recorded.some((line) => !line.reverses && line.version >= version)) return { do: 'known' };
  const [line] = standing(recorded);
  if (line) return { do: 'reverse', line };
  return { do: 'enter', answered: recorded.some(({ cause }) => cause === 'corrected' || cause === 'rejected') };
};

/** Minutes in hours by whole steps, rounded down towards 0: 119 minutes by 30 are `1.5`. */
export const inHours = (minutes: number, stepMinutes: number): string => {
  const stepped = Math.trunc(minutes / stepMinutes) * stepMinutes;
  return String(Math.round((stepped / 60) * 100) / 100);
};
