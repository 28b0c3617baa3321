import { DAY } from '@gongzhi/shared/kernel/time';
import { dayAfter, dayInChina } from '@gongzhi/shared/kernel/working-days';
import { RENEW_DAYS } from './rule-sets';

/** The month in China on which an instant lies, `2026-11`. */
export const monthInChina = (instant: Date | string): string => dayInChina(instant).slice(0, 7);

const monthAfter = (month: string, months: number): string => {
  const [year = 0, one = 0] = month.split('-').map(Number);
  const index = year * 12 + (one - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};
/** The instant at which a month in China is over. */
const endOfMonth = (month: string): string => new Date(`${monthAfter(month, 1)}-01T00:00:00.000+08:00`).toISOString();

/** The last month a report-in counts in that ends at this instant. */
export const lastMonthOf = (validUntil: string): string => monthInChina(new Date(Date.parse(validUntil) - 1));

/** The end of a first term that begins now: through the end of the month `months` later. */
export const termFrom = (now: Date, months: number): string => endOfMonth(monthAfter(monthInChina(now), months));
/** The end of another term, which follows on the one that runs. */
export const termAfter = (validUntil: string, months: number): string =>
  endOfMonth(monthAfter(lastMonthOf(validUntil), months));

/** The day in China from which a report-in may be renewed. */
export const renewableFrom = (validUntil: string): string => dayAfter(dayInChina(validUntil), -RENEW_DAYS);

/** Whether its end is near. */
export const endsSoon = (validUntil: string | undefined, now: Date): boolean =>
  validUntil !== undefined &&
  validUntil > now.toISOString() &&
  Date.parse(validUntil) - now.getTime() <= RENEW_DAYS * DAY;
