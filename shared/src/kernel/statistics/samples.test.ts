import * as fc from 'fast-check';
import { allocate } from './allocation';
import { draw, drawKey, seedCommitment } from './draw';
import { compareFractions, weightedSum } from './fractions';
import { WHOLE } from './parts';
import { stratifiedInterval, stratifiedShare, type Stratum } from './stratified';
import { wilson } from './wilson';

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
const anyStratum = fc
  .tuple(
    fc.integer({ min: 1, max: 500 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([size, heard, said]): Stratum => {
    const answered = Math.max(1, Math.round(size * heard));
    return { size, answered, yes: Math.round(answered * said) };
  });

describe('a share from strata', () => {
  // Scheaffer, Mendenhall & Ott, Elementary Survey Sampling, the example of three towns: 0.60 with variance 0.0045
  const TOWNS: Stratum[] = [
    { size: 155, answered: 20, yes: 16 },
    { size: 62, answered: 8, yes: 2 },
    { size: 93, answered: 12, yes: 6 },
  ];
  test('and its variance are as published', () => {
    const { share, variance, covered } = stratifiedShare(TOWNS);
    expect([share, Math.round(variance * 1e4) / 1e4, covered]).toEqual([0.6, 0.0045, 310]);
  });
  test('is never worth more answers than weights and finite numbers alone would give', () => {
    const { effective } = stratifiedShare(TOWNS);
    expect(effective).toBeCloseTo(
      1 / ((0.25 * (135 / 155)) / 20 + (0.04 * (54 / 62)) / 8 + (0.09 * (81 / 93)) / 12),
      9,
    );
  });
  test('of one stratum with endless units is Wilson’s own', () => {
    for (const [yes, answered] of [
      [0, 12],
      [81, 263],
      [15, 15],
    ] as const) {
      const one = stratifiedInterval([{ size: 1e12, answered, yes }]);
      const plain = wilson(yes, answered);
      expect(Math.abs(one.low - plain.low) + Math.abs(one.high - plain.high)).toBeLessThanOrEqual(20);
    }
  });
  test('of everybody is exact', () => {
    const all = [
      { size: 40, answered: 40, yes: 30 },
      { size: 60, answered: 60, yes: 45 },
    ];
    expect(stratifiedInterval(all)).toEqual({ low: 7_500, high: 7_500 });
    expect(stratifiedShare(all).effective).toBe(Infinity);
  });
  test('all saying the same leaves an interval as wide as the answers allow', () => {
    for (const yes of [0, 10]) {
      const { low, high } = stratifiedInterval([
        { size: 100, answered: 10, yes },
        { size: 100, answered: 10, yes },
      ]);
      expect(high - low).toBeGreaterThan(1_400);
    }
    // one answer each, all no: the widest spread is counted and no division by nothing is made
    expect(stratifiedInterval([{ size: 9, answered: 1, yes: 0 }]).low).toBe(0);
  });
  test('a stratum nobody answered in is left out, and told', () => {
    const some = [{ size: 50, answered: 10, yes: 5 }];
    expect(stratifiedShare([...some, { size: 70, answered: 0, yes: 0 }])).toEqual(stratifiedShare(some));
    expect(stratifiedShare(some).covered).toBe(50);
  });
  test('lies in its interval, whatever the strata', () =>
    fc.assert(
      fc.property(fc.array(anyStratum, { minLength: 1, maxLength: 12 }), (strata) => {
        const { share, effective } = stratifiedShare(strata);
        const { low, high } = stratifiedInterval(strata);
        expect(effective).toBeGreaterThan(0);
        expect(low <= Math.ceil(share * WHOLE) && high >= Math.floor(share * WHOLE)).toBe(true);
      }),
    ));
  test.each([
    [{ size: 5, answered: 6, yes: 1 }],
    [{ size: 5, answered: 2, yes: 3 }],
    [{ size: 5, answered: 2, yes: -1 }],
    [{ size: 5, answered: 1.5, yes: 1 }],
    [{ size: 5, answered: 0, yes: 0 }],
  ])('%j is none', (stratum) => expect(() => stratifiedShare([stratum])).toThrow(RangeError));
});

describe('places over strata', () => {
  test.each([
    ['in proportion', [500, 300, 200], 10, 0, [5, 3, 2]],
    ['the largest remainder is rounded up', [10, 10, 5], 8, 0, [3, 3, 2]],
    ['a tie goes to the earlier', [10, 10], 3, 0, [2, 1]],
    ['the least of each', [1_000, 10, 10], 40, 10, [20, 10, 10]],
    ['a small one is taken whole', [1_000, 4, 10], 40, 10, [26, 4, 10]],
    ['more than there are', [5, 5], 100, 2, [5, 5]],
    ['the least of all is more than was asked', [100, 100], 10, 10, [10, 10]],
    ['nobody', [0, 0], 5, 10, [0, 0]],
    ['no strata', [], 5, 10, []],
  ])('%s', (_, sizes, n, least, places) => expect(allocate(sizes, n, least)).toEqual(places));
  test('are all given, none twice, none below the least, and near to the proportion', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 3_000 }),
        fc.nat({ max: 20 }),
        (sizes, n, least) => {
          const places = allocate(sizes, n, least);
          const floors = sizes.map((size) => Math.min(size, least));
          expect(sum(places)).toBe(Math.max(Math.min(n, sum(sizes)), sum(floors)));
          places.forEach((place, i) => {
            expect(place).toBeLessThanOrEqual(sizes[i] ?? 0);
            expect(place).toBeGreaterThanOrEqual(floors[i] ?? 0);
            if (least === 0 && n <= sum(sizes) && sum(sizes) > 0)
              expect(Math.abs(place - (n * (sizes[i] ?? 0)) / sum(sizes))).toBeLessThan(1);
          });
        },
      ),
    ));
  test.each([
    [[1.5], 1, 0],
    [[-1], 1, 0],
    [[1], NaN, 0],
  ] as [number[], number, number][])('%j for %d is an error', (sizes, n, least) =>
    expect(() => allocate(sizes, n, least)).toThrow(RangeError),
  );
});

describe('a seeded draw', () => {
  const seed = '00'.repeat(32);
  const ids = Array.from({ length: 500 }, (_, i) => `h${i}`);
  test('is known by its hash before it is told', () => {
    // SHA-256 of 32 zero bytes
    expect(seedCommitment(seed)).toBe('66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925');
    expect(drawKey(seed, '')).toBe(seedCommitment(seed));
  });
  test('gives the same to everybody, in whatever order the ids come', () => {
    const drawn = draw(seed, ids, 40);
    expect(draw(seed, [...ids].reverse(), 40)).toEqual(drawn);
    expect(draw(seed, [...ids, ...ids], 40)).toEqual(drawn);
    expect(draw('11'.repeat(32), ids, 40)).not.toEqual(drawn);
    expect(draw(seed, ids, 20)).toEqual(drawn.slice(0, 20));
    expect(draw(seed, ids, 1_000)).toHaveLength(500);
  });
  test('draws each as often as any other, no more and no less evenly than chance does', () => {
    const times = new Map<string, number>();
    for (let i = 0; i < 400; i += 1)
      for (const id of draw(i.toString(16).padStart(64, '0'), ids, 50)) times.set(id, (times.get(id) ?? 0) + 1);
    // 400 draws of one in ten: about 40 each; χ² over 499 degrees of freedom lies between its 0.001 and 0.999 quantiles
    const chi = sum(ids.map((id) => ((times.get(id) ?? 0) - 40) ** 2 / (40 * 0.9)));
    expect(chi).toBeGreaterThan(405);
    expect(chi).toBeLessThan(603);
  });
});

describe('exact sums', () => {
  test.each([
    [{ num: 1, den: 3 }, { num: 2, den: 6 }, 0],
    [{ num: 1, den: 3 }, { num: 333_333, den: 1_000_000 }, 1],
    [{ num: 9_007_199_254_740_990, den: 9_007_199_254_740_991 }, { num: 1, den: 1 }, -1],
  ])('%j against %j', (a, b, sign) => expect(compareFractions(a, b)).toBe(sign));
  test('are rounded once, at the end, half up', () => {
    const third = { num: 1, den: 3, weight: 333 };
    expect(weightedSum([third, third, { num: 1, den: 3, weight: 334 }], 1_000)).toBe(3_333);
    expect(weightedSum([{ num: 1, den: 20_000, weight: 1_000 }], 1_000)).toBe(1);
    expect(weightedSum([], 1_000)).toBe(0);
    expect(weightedSum([{ num: 7, den: 7, weight: 1_000 }], 1_000)).toBe(WHOLE);
  });
  test('come to the same in any order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ num: fc.nat(1_000), den: fc.integer({ min: 1, max: 997 }), weight: fc.nat(1_000) }), {
          maxLength: 12,
        }),
        (parts) => expect(weightedSum([...parts].reverse(), 1_000)).toBe(weightedSum(parts, 1_000)),
      ),
    ));
  test.each([
    { num: 1, den: 0 },
    { num: 0.5, den: 1 },
    { num: 1, den: -2 },
  ])('%j is no fraction', (of) => expect(() => compareFractions(of, { num: 1, den: 1 })).toThrow(RangeError));
});
