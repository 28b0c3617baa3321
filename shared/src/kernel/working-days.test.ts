import fc from 'fast-check';
import { afterWorkingDays, dayAfter, dayInChina, daysLate, endOfDay, type Calendar } from './working-days';

/** Weekends off, besides what is said; years up to 2026 are known. */
const calendar = (off: readonly string[] = [], made: readonly string[] = []): Calendar => ({
  knows: (year) => year <= 2026,
  isWorkday: (day) =>
    made.includes(day) || (!off.includes(day) && ![0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay())),
});
/** 国庆 2026: off from the 1st to the 7th, and worked on Saturday the 10th. */
const NATIONAL = calendar(
  ['01', '02', '05', '06', '07'].map((d) => `2026-10-${d}`),
  ['2026-10-10'],
);

test.each([
  ['the day after', '2026-11-23', 1, '2026-11-24'],
  ['over a weekend', '2026-11-27', 1, '2026-11-30'],
  ['five from a Monday is the next Monday', '2026-11-23', 5, '2026-11-30'],
  ['begun on a Saturday', '2026-11-28', 1, '2026-11-30'],
  ['over a holiday', '2026-09-30', 1, '2026-10-08'],
  ['a Saturday that is worked counts', '2026-10-08', 2, '2026-10-10'],
  ['over the holiday, the worked Saturday and the Sunday', '2026-09-30', 4, '2026-10-12'],
  ['none', '2026-11-23', 0, '2026-11-23'],
])('a term counts working days, without the day it begins on: %s', (_, from, n, day) => {
  expect(afterWorkingDays(from, n, NATIONAL)).toEqual({ day, estimated: false });
});

test.each([
  ['the last day is the last of the year that is known', '2026-12-30', 1, '2026-12-31', false],
  ['one more passes into a year whose arrangement is not', '2026-12-30', 2, '2027-01-01', true],
  ['and stays estimated afterwards', '2026-12-30', 10, '2027-01-13', true],
])('over the end of the year: %s', (_, from, n, day, estimated) => {
  expect(afterWorkingDays(from, n, calendar())).toEqual({ day, estimated });
});

test.each([
  ['2026-11-23T15:59:59.999Z', '2026-11-23'],
  ['2026-11-23T16:00:00.000Z', '2026-11-24'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
])('%s lies in China on %s', (instant, day) => expect(dayInChina(instant)).toBe(day));

test('a day ends where the next begins, in China, over months and leap days', () => {
  expect([endOfDay('2026-11-23'), endOfDay('2026-12-31'), endOfDay('2028-02-28')]).toEqual([
    '2026-11-23T16:00:00.000Z',
    '2026-12-31T16:00:00.000Z',
    '2028-02-28T16:00:00.000Z',
  ]);
  expect([dayAfter('2028-02-28', 1), dayAfter('2027-02-28', 1), dayAfter('2026-12-31', 1)]).toEqual([
    '2028-02-29',
    '2027-03-01',
    '2027-01-01',
  ]);
});

test.each([
  ['a moment before', '2026-11-23T15:59:59.999Z', 0],
  ['the very instant', '2026-11-23T16:00:00.000Z', 1],
  ['a day less a moment', '2026-11-24T15:59:59.999Z', 1],
  ['a whole day', '2026-11-24T16:00:00.000Z', 2],
])('late by days: %s', (_, now, days) => expect(daysLate('2026-11-23T16:00:00.000Z', new Date(now))).toBe(days));

const day = fc.integer({ min: 0, max: 3_000 }).map((n) => dayAfter('2020-01-01', n));

test('against counting day by day: exactly n working days lie after the first and up to the last, and the last is one', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), fc.uniqueArray(day, { maxLength: 40 }), (from, n, off) => {
      const known = calendar(off);
      const { day: last } = afterWorkingDays(from, n, known);
      let count = 0;
      for (let one = dayAfter(from, 1); one <= last; one = dayAfter(one, 1)) count += Number(known.isWorkday(one));
      expect([count, known.isWorkday(last)]).toEqual([n, true]);
    }),
  );
});

test('a term of a and then of b working days is one of a + b', () => {
  fc.assert(
    fc.property(day, fc.nat(30), fc.nat(30), (from, a, b) => {
      const there = afterWorkingDays(from, a, NATIONAL);
      expect(afterWorkingDays(there.day, b, NATIONAL).day).toBe(afterWorkingDays(from, a + b, NATIONAL).day);
    }),
  );
});
