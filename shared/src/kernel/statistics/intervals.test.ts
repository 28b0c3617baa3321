import * as fc from 'fast-check';
import { combine, difference, pairsOf } from './difference';
import { normalQuantile, zOf } from './normal';
import { Interval, WHOLE, intervalOf } from './parts';
import { LEVEL, answersBehind, scoreBounds, wilson } from './wilson';

const counts = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ n, yes: Math.round(n * share) }));
const half = (of: Interval) => of.high - of.low;
const valueOf = (yes: number, n: number) => (yes / n) * WHOLE;

describe('a quantile of the normal distribution', () => {
  test.each([
    // Wichura 1988, the check values of AS 241
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.262340089798409],
    // tables of the normal distribution
    [0.5, 0],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
  ])('of %d is %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 13));
  test('turns its sign with the other side', () =>
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (p) => {
        expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 6);
      }),
    ));
  test.each([0, 1, -0.1, 2, NaN])('%d is no share', (p) => expect(() => normalQuantile(p)).toThrow(RangeError));
  test('the level of several comparisons is shared among them', () => {
    expect(zOf(0.95)).toBeCloseTo(1.959964, 6);
    // 0.05 over 10: the two-sided quantile of 0.995
    expect(zOf(0.95, 10)).toBeCloseTo(normalQuantile(0.9975), 12);
    expect([2, 5, 10].map(pairsOf)).toEqual([1, 10, 45]);
  });
});

describe('Wilson’s interval', () => {
  // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %d to %d, as published', (yes, n, low, high) => {
    const bounds = scoreBounds(yes / n, n, zOf(LEVEL)).map((bound) => Math.round(bound * 1e4) / 1e4);
    expect(bounds).toEqual([low, high]);
  });
  test('is rounded outwards to ten-thousandths', () => {
    expect(wilson(81, 263)).toEqual({ low: 2552, high: 3663 });
    expect(wilson(0, 20)).toEqual({ low: 0, high: 1612 });
    expect(wilson(20, 20)).toEqual({ low: 8388, high: WHOLE });
    expect(intervalOf(0.25, 0.5)).toEqual({ low: 2500, high: 5000 });
    expect(intervalOf(-0.1, 1.2)).toEqual({ low: 0, high: WHOLE });
  });
  test('holds what was seen, lies between nothing and the whole, and mirrors', () =>
    fc.assert(
      fc.property(counts, ({ n, yes }) => {
        const { low, high } = wilson(yes, n);
        expect(Interval.safeParse({ low, high }, { jitless: true }).success).toBe(true);
        expect(low <= Math.ceil(valueOf(yes, n)) && Math.floor(valueOf(yes, n)) <= high).toBe(true);
        expect(wilson(n - yes, n)).toEqual({ low: WHOLE - high, high: WHOLE - low });
      }),
    ));
  test('is narrower with ten times the answers, and wider for more comparisons', () =>
    fc.assert(
      fc.property(counts, ({ n, yes }) => {
        expect(half(wilson(yes * 10, n * 10))).toBeLessThan(half(wilson(yes, n)));
        expect(half(wilson(yes, n, zOf(LEVEL, 10)))).toBeGreaterThanOrEqual(half(wilson(yes, n)));
      }),
    ));
  test('of a full count is the share itself', () => expect(scoreBounds(0.3, Infinity, 2)).toEqual([0.3, 0.3]));
  test('tells how many answers it is of', () =>
    fc.assert(
      fc.property(counts, ({ n, yes }) => {
        const [low, high] = scoreBounds(yes / n, n, zOf(LEVEL));
        expect(answersBehind(yes / n, high - low, zOf(LEVEL)) / n).toBeCloseTo(1, 6);
      }),
    ));
  test('without width is a full count', () => expect(answersBehind(0.3, 0, 2)).toBe(Infinity));
  test.each([
    [1, 0],
    [-1, 5],
    [6, 5],
    [NaN, 5],
  ])('of %d in %d is none', (yes, n) => expect(() => wilson(yes, n)).toThrow(RangeError));
});

describe('the difference of two shares', () => {
  const side = (yes: number, n: number) => {
    const [low, high] = scoreBounds(yes / n, n, zOf(LEVEL));
    return { value: valueOf(yes, n), low: low * WHOLE, high: high * WHOLE };
  };
  // Newcombe 1998, Interval estimation for the difference between independent proportions, table II, method 10
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i − %i/%i lies between %6$d and %7$d, as published', (a, m, b, n, low, high) => {
    const of = difference(side(a, m), side(b, n));
    expect([of.low, of.high].map((bound) => Math.round(bound) / WHOLE)).toEqual([low, high]);
  });
  test('is turned about when the two are', () =>
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [one, other] = [side(a.yes, a.n), side(b.yes, b.n)];
        const [there, back] = [difference(one, other), difference(other, one)];
        expect(there.low).toBeCloseTo(-back.high, 6);
        expect(there.high).toBeCloseTo(-back.low, 6);
      }),
    ));
});

describe('a weighted sum', () => {
  const one = { value: 6_000, low: 5_000, high: 6_500, weight: 300, group: 'a' };
  test('of one estimate is that estimate, weighed', () => {
    expect(combine([one])).toEqual({ value: 1_800_000, low: 1_500_000, high: 1_950_000 });
    expect(combine([])).toEqual({ value: 0, low: 0, high: 0 });
  });
  test('errors of one group are added, those of two in squares', () => {
    expect(combine([one, one]).low).toBe(3_600_000 - 600_000);
    expect(combine([one, { ...one, group: 'b' }]).low).toBeCloseTo(3_600_000 - Math.sqrt(2) * 300_000, 6);
  });
  test('what is taken off errs the other way', () => {
    expect(combine([{ ...one, weight: -300 }])).toEqual({ value: -1_800_000, low: -1_950_000, high: -1_500_000 });
  });
});
