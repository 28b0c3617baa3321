import fc from 'fast-check';
import { everyOf, lastPeriods, periodAt, periodBefore, periodWords, spanOf } from './periods';

test.each([
  ['2026-H1', '2026-01-01', '2026-06-30', '2025-12-31T16:00:00.000Z', '2026-06-30T16:00:00.000Z', '2026年上半年'],
  ['2026-H2', '2026-07-01', '2026-12-31', '2026-06-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z', '2026年下半年'],
  ['2028-Q1', '2028-01-01', '2028-03-31', '2027-12-31T16:00:00.000Z', '2028-03-31T16:00:00.000Z', '2028年第一季度'],
  ['2026-Q3', '2026-07-01', '2026-09-30', '2026-06-30T16:00:00.000Z', '2026-09-30T16:00:00.000Z', '2026年第三季度'],
])('%s goes from %s to %s', (period, fromDay, toDay, from, to, words) => {
  expect(spanOf(period)).toEqual({ fromDay, toDay, from, to });
  expect(periodWords(period)).toBe(words);
});

const instant = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-01-01'), noInvalidDate: true });
const every = fc.constantFrom('half' as const, 'quarter' as const);

test('every instant lies in exactly the period it is said to', () =>
  fc.assert(
    fc.property(instant, every, (at, kind) => {
      const period = periodAt(at, kind);
      const { from, to } = spanOf(period);
      const iso = at.toISOString();
      return everyOf(period) === kind && from <= iso && iso < to;
    }),
  ));

test('periods follow one another without a gap or an overlap', () =>
  fc.assert(
    fc.property(instant, every, (at, kind) => {
      const period = periodAt(at, kind);
      return spanOf(periodBefore(period)).to === spanOf(period).from;
    }),
  ));

test('the last periods begin with the running one', () => {
  const now = new Date('2027-01-04T02:00:00.000Z');
  expect(lastPeriods(now, 'half', 3)).toEqual(['2027-H1', '2026-H2', '2026-H1']);
  expect(lastPeriods(now, 'quarter', 2)).toEqual(['2027-Q1', '2026-Q4']);
});
