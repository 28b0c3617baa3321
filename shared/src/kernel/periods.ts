import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { dayAfter, dayInChina, endOfDay } from '@gongzhi/shared/kernel/working-days';

/** How long a period is: a half-year or a quarter. */
export type Every = 'half' | 'quarter';

/** A half-year (`2026-H2`) or a quarter (`2026-Q3`) of the calendar, in China. */
export const PeriodId = z.string('请选择期间').check(z.regex(/^20\d{2}-(H[12]|Q[1-4])$/, '请选择期间'));
export type PeriodId = z.infer<typeof PeriodId>;

const MONTHS = { H: 6, Q: 3 } as const;
const partsOf = (period: PeriodId) => {
  const [year = '', part = ''] = period.split('-');
  return { year: Number(year), kind: part.charAt(0) as keyof typeof MONTHS, nth: Number(part.slice(1)) };
};
const firstDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

/** Which kind of period it is. */
export const everyOf = (period: PeriodId): Every => (partsOf(period).kind === 'H' ? 'half' : 'quarter');

/** The first and last day of a period, and the instants at which it begins and is over. */
export const spanOf = (period: PeriodId): { fromDay: string; toDay: string; from: string; to: string } => {
  const { year, kind, nth } = partsOf(period);
  const months = MONTHS[kind];
  const fromDay = firstDay(year, (nth - 1) * months);
  const toDay = dayAfter(firstDay(year, nth * months), -1);
  return { fromDay, toDay, from: endOfDay(dayAfter(fromDay, -1)), to: endOfDay(toDay) };
};

/** The period in which an instant lies. */
export const periodAt = (instant: Date | string, every: Every): PeriodId => {
  const [year = '', month = ''] = dayInChina(instant).split('-');
  const kind = every === 'half' ? 'H' : 'Q';
  return `${year}-${kind}${Math.floor((Number(month) - 1) / MONTHS[kind]) + 1}`;
};

/** The period before one. */
export const periodBefore = (period: PeriodId): PeriodId =>
  periodAt(new Date(Date.parse(spanOf(period).from) - 1), everyOf(period));

/** The last periods, the running one first. */
export const lastPeriods = (now: Date, every: Every, count: number): PeriodId[] => {
  const found = [periodAt(now, every)];
  while (found.length < count) found.push(periodBefore(found.at(-1) ?? ''));
  return found;
};
const NAMES: Readonly<Record<string, string>> = {
  ...{ H1: '上半年', H2: '下半年', Q1: '第一季度', Q2: '第二季度', Q3: '第三季度', Q4: '第四季度' },
};
/** A half-year (`2026-H2`) or a quarter (`2026-Q3`) in words: `2026年下半年`. */
export const periodWords = (period: string): string => {
  const [year = '', part = ''] = period.split('-');
  return `${year}年${NAMES[part] ?? ''}`;
};
