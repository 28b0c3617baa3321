import fc from 'fast-check';
import { endsSoon, lastMonthOf, monthInChina, renewableFrom, termAfter, termFrom } from './terms';

test.each([
  ['2026-11-27T02:00:00.000Z', 12, '2027-11-30T16:00:00.000Z'],
  ['2026-11-30T16:00:00.000Z', 12, '2027-12-31T16:00:00.000Z'],
  ['2026-11-30T15:59:59.999Z', 12, '2027-11-30T16:00:00.000Z'],
  ['2026-12-31T02:00:00.000Z', 1, '2027-01-31T16:00:00.000Z'],
  ['2027-01-15T02:00:00.000Z', 13, '2028-02-29T16:00:00.000Z'],
  ['2026-01-15T02:00:00.000Z', 36, '2029-01-31T16:00:00.000Z'],
])('a term from %s of %i months ends at %s, a month’s end in China', (now, months, end) =>
  expect(termFrom(new Date(now), months)).toBe(end),
);

test('another term follows on its own end without a gap, whenever it is given', () => {
  expect(termAfter('2027-11-30T16:00:00.000Z', 12)).toBe('2028-11-30T16:00:00.000Z');
  expect(termAfter('2028-02-29T16:00:00.000Z', 12)).toBe('2029-02-28T16:00:00.000Z');
});

test('the last month it counts in is the month before its end; two terms are one as long', () => {
  const nows = fc.date({ min: new Date('2020-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(nows, fc.integer({ min: 1, max: 36 }), fc.integer({ min: 1, max: 36 }), (now, a, b) => {
      const end = termFrom(now, a);
      expect(lastMonthOf(end) > monthInChina(now)).toBe(true);
      expect(monthInChina(end) > lastMonthOf(end)).toBe(true);
      expect(termAfter(end, b)).toBe(termFrom(now, a + b));
    }),
  );
});

test('it may be renewed, and is said to end soon, sixty days before its end and not after', () => {
  const end = '2027-11-30T16:00:00.000Z';
  expect(renewableFrom(end)).toBe('2027-10-02');
  const soon = (now: string) => endsSoon(end, new Date(now));
  expect(['2027-10-01T15:59:59.999Z', '2027-10-01T16:00:00.000Z', '2027-11-30T15:59:59.999Z', end].map(soon)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(endsSoon(undefined, new Date())).toBe(false);
});
