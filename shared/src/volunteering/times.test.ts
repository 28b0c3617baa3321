import fc from 'fast-check';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { SERVICE } from '@gongzhi/shared/kernel/service/rule-sets';
import { repeated } from './repeat-times';
import { checkInWindow, checkOutWindow, counted, syncEnd } from '@gongzhi/shared/kernel/service/times';

const iso = (ms: number) => new Date(ms).toISOString();
/** Shifts at every time of day, over midnight and over the ends of months and years. */
const shift = fc
  .record({
    start: fc.oneof(
      fc
        .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
        .map((d) => d.getTime()),
      fc
        .constantFrom('2026-12-31T15:30:00.000Z', '2028-02-29T15:00:00.000Z', '2026-11-30T15:59:00.000Z')
        .map((d) => Date.parse(d)),
    ),
    lasts: fc.integer({ min: 1, max: 720 }),
  })
  .map(({ start, lasts }) => ({ startsAt: iso(start), endsAt: iso(start + lasts * MINUTE) }));
const offset = fc.integer({ min: -200 * MINUTE, max: 1_000 * MINUTE });

test('what counts lies within the stay and within the shift, and is the whole minutes between', () => {
  fc.assert(
    fc.property(shift, offset, offset, (times, a, b) => {
      const [inAt, outAt] = [Date.parse(times.startsAt) + Math.min(a, b), Date.parse(times.startsAt) + Math.max(a, b)];
      const { from, to, minutes } = counted(times, iso(inAt), iso(outAt));
      expect(from >= times.startsAt && to <= times.endsAt && from <= to).toBe(true);
      // counted a minute at a time, the slow way
      let slow = 0;
      const begin = Math.max(inAt, Date.parse(times.startsAt));
      for (let t = begin; t + MINUTE <= Math.min(outAt, Date.parse(times.endsAt)); t += MINUTE) slow += 1;
      expect(minutes).toBe(slow);
    }),
  );
});

test.each([
  [
    'over midnight',
    '2026-11-30T15:00:00.000Z',
    '2026-11-30T18:00:00.000Z',
    '2026-11-30T15:30:00.000Z',
    '2026-11-30T17:00:59.000Z',
    90,
  ],
  [
    'over the end of a year',
    '2026-12-31T14:00:00.000Z',
    '2026-12-31T18:00:00.000Z',
    '2026-12-31T13:40:00.000Z',
    '2026-12-31T19:00:00.000Z',
    240,
  ],
  [
    'on the last of February',
    '2028-02-29T15:00:00.000Z',
    '2028-02-29T17:00:00.000Z',
    '2028-02-29T15:00:00.000Z',
    '2028-02-29T16:59:59.999Z',
    119,
  ],
  [
    'left before it began',
    '2026-11-27T10:00:00.000Z',
    '2026-11-27T12:00:00.000Z',
    '2026-11-27T09:40:00.000Z',
    '2026-11-27T09:50:00.000Z',
    0,
  ],
  [
    'came after it ended',
    '2026-11-27T10:00:00.000Z',
    '2026-11-27T12:00:00.000Z',
    '2026-11-27T12:10:00.000Z',
    '2026-11-27T12:20:00.000Z',
    0,
  ],
])('minutes that count %s', (_, startsAt, endsAt, inAt, outAt, minutes) =>
  expect(counted({ startsAt, endsAt }, inAt, outAt).minutes).toBe(minutes),
);

test('windows open early, close late and never cross', () => {
  fc.assert(
    fc.property(shift, (times) => {
      const [start, end] = [Date.parse(times.startsAt), Date.parse(times.endsAt)];
      expect(checkInWindow(times)).toEqual({ from: start - SERVICE.earlyMinutes.value * MINUTE, to: end });
      expect(checkOutWindow(times)).toEqual({ from: start, to: end + SERVICE.lateMinutes.value * MINUTE });
      expect(syncEnd(times)).toBe(end + SERVICE.syncDays.value * DAY);
    }),
  );
});

describe('recurring', () => {
  const times = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, slots: 5 });
  const dayInChina = (instant: string) => iso(Date.parse(instant) + 8 * 60 * MINUTE).slice(0, 10);
  test('daily and weekly ones keep their time of day', () => {
    const weekly = repeated(times('2026-12-21T01:00:00.000Z', '2026-12-21T03:00:00.000Z'), 'week', 3);
    expect(weekly.map(({ startsAt }) => startsAt)).toEqual([
      '2026-12-21T01:00:00.000Z',
      '2026-12-28T01:00:00.000Z',
      '2027-01-04T01:00:00.000Z',
    ]);
    expect(repeated(weekly[0]!, 'once', 9)).toEqual([weekly[0]]);
    expect(repeated(weekly[0]!, 'day', 4)).toHaveLength(4);
  });
  test('a month without the 31st is passed over, and an evening is the day it is in China', () => {
    const monthly = repeated(times('2026-12-31T01:00:00.000Z', '2026-12-31T03:00:00.000Z'), 'month', 4);
    expect(monthly.map(({ startsAt }) => dayInChina(startsAt))).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
      '2027-05-31',
    ]);
    // seven in the morning of the 1st in China is still the last of the month before in London
    const early = repeated(times('2026-11-30T23:00:00.000Z', '2026-12-01T01:00:00.000Z'), 'month', 3);
    expect(early.map(({ startsAt }) => dayInChina(startsAt))).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
  });
  test('the end keeps its distance, and there are as many as asked for', () => {
    fc.assert(
      fc.property(
        shift,
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        fc.integer({ min: 1, max: 12 }),
        (first, repeat, count) => {
          const all = repeated(first, repeat, count);
          const lasts = Date.parse(first.endsAt) - Date.parse(first.startsAt);
          expect(all).toHaveLength(count);
          expect(all[0]).toEqual(first);
          expect(all.map(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt))).toEqual(
            all.map(() => lasts),
          );
          expect(new Set(all.map(({ startsAt }) => startsAt.slice(11))).size).toBe(1);
        },
      ),
    );
  });
});
