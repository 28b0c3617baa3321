import { dayAfter, dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';
import { CARD } from './rule-sets';

const partsOf = (quarter: string) => ({ year: Number(quarter.slice(0, 4)), nth: Number(quarter.slice(5)) });
const firstDayOf = (quarter: string, later = 0): string => {
  const { year, nth } = partsOf(quarter);
  return new Date(Date.UTC(year, (nth - 1 + later) * 3, 1)).toISOString().slice(0, 10);
};

/** The quarter in China in which an instant lies: `2026Q4`. */
export const quarterAt = (instant: Date | string): string => {
  const [year = '', month = ''] = dayInChina(instant).split('-');
  return `${year}Q${Math.floor((Number(month) - 1) / 3) + 1}`;
};

/** The instants at which a quarter begins and is over. */
export const spanOf = (quarter: string): { from: string; until: string } => ({
  from: endOfDay(dayAfter(firstDayOf(quarter), -1)),
  until: endOfDay(dayAfter(firstDayOf(quarter, 1), -1)),
});

/** The quarter so many quarters after another, or before it. */
export const quarterAfter = (quarter: string, later: number): string =>
  quarterAt(`${firstDayOf(quarter, later)}T00:00:00.000Z`);

/** The day in China from which on a quarter's card may be made: everything it is made of is then there. */
export const cardDay = (quarter: string): string => dayAfter(firstDayOf(quarter, 1), CARD.daysAfter - 1);

/** `2026年第四季度`. */
export const quarterWords = (quarter: string): string => {
  const { year, nth } = partsOf(quarter);
  return `${year}年第${'一二三四'[nth - 1] ?? ''}季度`;
};

/** The last quarter whose cards make themselves by now: a day after a supervisor may make them. */
export const cardsByThemselves = (now: Date): string => {
  const ended = quarterAfter(quarterAt(now), -1);
  return dayInChina(now) > cardDay(ended) ? ended : quarterAfter(ended, -1);
};
