import { DAY } from './time';

/** What is known of working days. Days are China's, `2026-11-23`. */
export interface Calendar {
  /** Whether people work on the day, as far as this calendar knows. */
  isWorkday(day: string): boolean;
  /** Whether the State Council's arrangement of that year is known; where it is not, `isWorkday` only knows weekends. */
  knows(year: number): boolean;
}

const SHIFT = 8 * 3_600_000;
/** The day in China on which an instant lies. */
export const dayInChina = (instant: Date | string): string =>
  new Date(new Date(instant).getTime() + SHIFT).toISOString().slice(0, 10);

/** The day `days` after another, by the calendar. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);

/** The instant at which a day in China is over: what is due on a day is late from this instant on. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY - SHIFT).toISOString();

const yearOf = (day: string): number => Number(day.slice(0, 4));
/** The longest term in working days; two years of them. */
export const MOST_WORKING_DAYS = 500;

/**
 * The last day of a term of `n` working days: the day the term begins on does not count (民法典 art. 201), and it ends at
 * the end of its last day. `estimated`: a year was passed whose arrangement the calendar does not know, so that holidays
 * moved by the State Council may be missing from the count.
 */
export const afterWorkingDays = (from: string, n: number, calendar: Calendar): { day: string; estimated: boolean } => {
  let day = from;
  let estimated = false;
  for (let left = n; left > 0;) {
    day = dayAfter(day, 1);
    estimated ||= !calendar.knows(yearOf(day));
    if (calendar.isWorkday(day)) left -= 1;
  }
  return { day, estimated };
};

/** Whole days by which an instant has passed: the instant itself begins the first. */
export const daysLate = (dueAt: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(dueAt)) / DAY) + 1) * Number(now.getTime() >= Date.parse(dueAt));
