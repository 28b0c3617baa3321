import { Grade } from '@gongzhi/shared/hours/model';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { Line, Part, RecordLine, Sums } from './model';
import { MOST_LINES } from './rule-sets';

/** Kind of the community's central work (中心工作). */
export const CENTRAL = 'central';

type Counted = Pick<RecordLine, 'minutes' | 'grade' | 'track' | 'central' | 'served'>;
const minutesOf = (lines: readonly Counted[]): number => lines.reduce((sum, { minutes }) => sum + minutes, 0);
const partOf = (lines: readonly Counted[]): Part => ({
  count: lines.length,
  minutes: minutesOf(lines),
  grades: Grade.options
    .map((grade) => ({ grade, minutes: minutesOf(lines.filter((line) => line.grade === grade)) }))
    .filter(({ minutes }) => minutes > 0),
});

/** Sums of lines that stand: what signing in and out proved, central work apart; honorary minutes beside it. Imported lines count in none. */
export const sumsOf = (lines: readonly Counted[]): Sums => {
  const recorded = lines.filter(({ track }) => track === 'recorded');
  return {
    service: partOf(recorded.filter(({ central }) => !central)),
    central: partOf(recorded.filter(({ central }) => central)),
    honorary: minutesOf(lines.filter(({ track }) => track === 'honorary')),
    confirmations: lines.filter(({ served }) => served).length,
  };
};

/** Lines in the order in which they are numbered: the earliest first, recorded ones alone. */
export const numbered = (lines: readonly RecordLine[]): RecordLine[] =>
  lines
    .filter(({ track }) => track === 'recorded')
    .sort((a, b) => a.from.localeCompare(b.from) || a.entryId.localeCompare(b.entryId))
    .slice(0, MOST_LINES);

/** What a report says of numbered lines: no title, no place, nobody's name. */
export const linesOf = (lines: readonly RecordLine[]): { lines: Line[]; centralLines: Line[] } => {
  const all = lines.map(({ from, kind, minutes, grade, served, central }, i) => ({
    central,
    line: { n: i + 1, day: dayInChina(from), kind, minutes, grade, confirmed: served !== undefined },
  }));
  const some = (wanted: boolean) => all.filter(({ central }) => central === wanted).map(({ line }) => line);
  return { lines: some(false), centralLines: some(true) };
};
