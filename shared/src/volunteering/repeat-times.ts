import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { Shift } from '@gongzhi/shared/kernel/service/model';

type Span = Pick<Shift, 'startsAt' | 'endsAt'>;
const ms = (instant: string) => Date.parse(instant);

export const REPEATS = { once: '只有一次', day: '每天', week: '每周', month: '每月' } as const;
export type Repeat = keyof typeof REPEATS;

/** China's wall clock has no summer time, so days and weeks are whole numbers of milliseconds. */
const CHINA = 8 * 60 * MINUTE;
/** The same day of the month so many months on; undefined where that month has no such day. */
const monthsOn = (instant: number, months: number): number | undefined => {
  const at = new Date(instant + CHINA);
  const day = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.getUTCDate() === day ? at.getTime() - CHINA : undefined;
};
const stepped = (instant: number, repeat: Repeat, n: number): number | undefined =>
  repeat === 'month' ? monthsOn(instant, n) : instant + n * (repeat === 'day' ? DAY : 7 * DAY);

/**
 * The times of a recurring shift: `times` of them, the first as given. A month without the day is passed over, so that
 * the 31st never becomes the 1st; the end keeps its distance to the start.
 */
export const repeated = <T extends Span>(first: T, repeat: Repeat, times: number): T[] => {
  if (repeat === 'once') return [first];
  const lasts = ms(first.endsAt) - ms(first.startsAt);
  const found: T[] = [];
  for (let n = 0; found.length < times && n < times * 3; n += 1) {
    const start = stepped(ms(first.startsAt), repeat, n);
    if (start === undefined) continue;
    found.push({
      ...first,
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + lasts).toISOString(),
    });
  }
  return found;
};
