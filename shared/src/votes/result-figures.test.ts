import { type Share, meets, neededOf } from '@gongzhi/shared/kernel/shares';
import fc from 'fast-check';
import { Result, type Counts, type Tally } from './model';
import { emptyTally, resultOf, takenOf, tally, testsOf, type Countable } from './result-rules';
import { RULES, type Rule } from './rule-sets';

const counts = (yes: number, no: number, abstain: number): Counts => ({ for: yes, against: no, abstain });
const share = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.boolean())
  .map(([a, b, strict]): Share => ({ num: Math.min(a, b), den: Math.max(a, b), strict: strict && a !== b }));
const whole = fc.integer({ min: 1, max: 2_000 });

test('what is needed decides: a part is enough exactly when it is at least that much', () => {
  fc.assert(
    fc.property(share, whole, fc.integer({ min: 0, max: 2_000 }), (one, all, part) => {
      expect(meets(one, part, all)).toBe(part >= neededOf(one, all));
    }),
    { numRuns: 3_000 },
  );
});

test('more is never less: a share that is met stays met when the part grows', () => {
  fc.assert(
    fc.property(share, whole, fc.nat(2_000), fc.nat(50), (one, all, part, more) => {
      if (meets(one, part, all)) expect(meets(one, part + more, all)).toBe(true);
    }),
  );
});

test('a larger roll never asks for less', () => {
  fc.assert(
    fc.property(share, whole, fc.nat(50), (one, all, more) => {
      expect(neededOf(one, all + more)).toBeGreaterThanOrEqual(neededOf(one, all));
    }),
  );
});

test('a share in smaller parts is the same share', () => {
  fc.assert(
    fc.property(share, whole, fc.nat(2_000), fc.integer({ min: 1, max: 9 }), ({ num, den, strict }, all, part, k) => {
      const finer = { num: num * k, den: den * k, strict };
      expect(meets(finer, part, all)).toBe(meets({ num, den, strict }, part, all));
      expect(neededOf(finer, all)).toBe(neededOf({ num, den, strict }, all));
    }),
  );
});

test.each([
  ['no part', 0, 10],
  ['less than none', -1, 10],
  ['no part of nothing', 0, 0],
])('%s meets no share at all', (_, part, all) => {
  for (const strict of [true, false]) expect(meets({ num: 1, den: 100, strict }, part, all)).toBe(false);
});

const anyTally = (units: number, area: number): fc.Arbitrary<Tally> => {
  const part = (most: number) =>
    fc
      .tuple(fc.nat(most), fc.nat(most), fc.nat(most))
      .map(([a, b, c]): Counts => counts(...([a, b, c].map((n) => Math.floor(n / 3)) as [number, number, number])));
  return fc
    .tuple(part(units), part(area), fc.nat(9))
    .map(([inUnits, inArea, invalid]) => ({ ...emptyTally(), units: inUnits, area: inArea, invalid }));
};
const rule = fc.constantFrom<Rule>(...Object.values(RULES));

test('every result is one the contract lets through: whole numbers, one test for each threshold in its order', () => {
  fc.assert(
    fc.property(rule, anyTally(600, 60_000_000), (by, cast) => {
      const figures = resultOf(cast, { units: 600, area: 60_000_000 }, by);
      const stored = { ...figures, decision: '决议', settledAt: '2026-12-01T00:00:00.000Z' };
      expect(Result.parse(stored)).toEqual(stored);
      expect(figures.tests.map(({ of }) => of)).toEqual(by.thresholds.map(({ of }) => of));
      expect(figures.taken).toBe(takenOf(cast.units));
    }),
  );
});

test('an outcome passes only when every quorum and every majority reads as reached', () => {
  fc.assert(
    fc.property(rule, anyTally(30, 30_000), (by, cast) => {
      const { tests, outcome } = resultOf(cast, { units: 30, area: 30_000 }, by);
      const all = (part: 'quorum' | 'pass') => tests.every((one) => one[part].reached);
      expect(outcome === 'passed').toBe(tests.length > 0 && all('quorum') && all('pass'));
      expect(outcome === 'noQuorum').toBe(!all('quorum'));
    }),
  );
});

test('papers that cannot be read change neither quorum nor majority, however many there are', () => {
  fc.assert(
    fc.property(rule, anyTally(30, 30_000), fc.nat(30), (by, cast, more) => {
      const base = { units: 30, area: 30_000 };
      const [one, other] = [resultOf(cast, base, by), resultOf({ ...cast, invalid: cast.invalid + more }, base, by)];
      expect(other).toEqual({ ...one, invalid: one.invalid + more });
    }),
  );
});

test('a ballot against or an abstention in the place of one for never helps a vote to pass', () => {
  fc.assert(
    fc.property(rule, anyTally(90, 90), fc.constantFrom('against' as const, 'abstain' as const), (by, cast, to) => {
      const base = { units: 90, area: 90 };
      const moved = (one: Counts) => (one.for > 0 ? { ...one, for: one.for - 1, [to]: one[to] + 1 } : one);
      const less = { ...cast, units: moved(cast.units), area: moved(cast.area) };
      if (resultOf(less, base, by).outcome === 'passed') expect(resultOf(cast, base, by).outcome).toBe('passed');
    }),
  );
});

test('what is shown of a threshold is what was counted and asked for, not something reckoned a second time', () => {
  const by = RULES['owners-grave-2021-1'] as Rule;
  const cast = { units: counts(15, 4, 1), area: counts(150_001, 40_000, 9_999) };
  expect(testsOf(cast, { units: 30, area: 300_000 }, by)).toEqual([
    {
      of: 'area',
      base: 300_000,
      taken: 200_000,
      counts: cast.area,
      quorum: { share: { num: 2, den: 3, strict: false }, needed: 200_000, reached: true },
      pass: { share: { num: 3, den: 4, strict: false }, needed: 150_000, reached: true },
    },
    {
      of: 'units',
      base: 30,
      taken: 20,
      counts: cast.units,
      quorum: { share: { num: 2, den: 3, strict: false }, needed: 20, reached: true },
      pass: { share: { num: 3, den: 4, strict: false }, needed: 15, reached: true },
    },
  ]);
});

const ballot: fc.Arbitrary<Countable> = fc.record({
  choice: fc.constantFrom('for', 'against', 'abstain', 'invalid'),
  area: fc.option(fc.nat(1_000_000), { nil: undefined }),
  via: fc.option(fc.constantFrom('app', 'assisted', 'paper', 'proxy'), { nil: undefined }),
});
test('counting page after page is counting all at once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(ballot, { maxLength: 8 }), { maxLength: 6 }), (pages) => {
      const paged = pages.reduce((sum, page) => tally(page, sum), emptyTally());
      expect(paged).toEqual(tally(pages.flat()));
    }),
  );
});

test('a paper that cannot be read is counted as that and as nothing else, whatever area lies behind it', () => {
  expect(tally([{ choice: 'invalid', area: 9_000, via: 'paper' }])).toEqual({
    ...emptyTally(),
    invalid: 1,
    channels: { app: 0, assisted: 0, paper: 1, proxy: 0 },
  });
});

test('no count starts from where another ended', () => {
  tally([{ choice: 'for', area: 5 }]);
  expect(tally([])).toEqual(emptyTally());
  expect(emptyTally()).toEqual({
    units: counts(0, 0, 0),
    area: counts(0, 0, 0),
    invalid: 0,
    channels: { app: 0, assisted: 0, paper: 0, proxy: 0 },
  });
});
