import { type Share, meets, neededOf } from '@gongzhi/shared/kernel/shares';
import fc from 'fast-check';
import type { Choice, Counts, Tally } from './model';
import { emptyTally, resultOf, takenOf, tally, type Countable } from './result-rules';
import { COUNCIL_HOUSEHOLD_RULE, RULES, type Rule, type Threshold } from './rule-sets';

const HALF: Share = { num: 1, den: 2, strict: true };
const TWO_THIRDS: Share = { num: 2, den: 3, strict: false };
const THREE_QUARTERS: Share = { num: 3, den: 4, strict: false };

test.each([
  ['more than half of 30', HALF, 30, 16],
  ['more than half of 31', HALF, 31, 16],
  ['more than half of 1', HALF, 1, 1],
  ['more than half of 0', HALF, 0, 1],
  ['two thirds of 30', TWO_THIRDS, 30, 20],
  ['two thirds of 31', TWO_THIRDS, 31, 21],
  ['two thirds of 32', TWO_THIRDS, 32, 22],
  ['three quarters of 28', THREE_QUARTERS, 28, 21],
  ['three quarters of 29', THREE_QUARTERS, 29, 22],
  ['three quarters of nobody', THREE_QUARTERS, 0, 1],
])('%s', (_, share, whole, needed) => {
  expect(neededOf(share, whole)).toBe(needed);
});

/** A share by brute force, independent of the code: as many pieces of 1/den as are in the part, counted in whole numbers without limit. */
const byRationals = ({ num, den, strict }: Share, part: number, whole: number): boolean => {
  const [left, right] = [BigInt(part) * BigInt(den), BigInt(num) * BigInt(whole)];
  return part > 0 && (strict ? left > right : left >= right);
};
const share = fc
  .record({ num: fc.integer({ min: 1, max: 9 }), den: fc.integer({ min: 1, max: 9 }), strict: fc.boolean() })
  .filter(({ num, den }) => num <= den);
const whole = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 10_000_000_000_000 }));

test('a share is what rational arithmetic says it is, at equality and on both sides of it', () => {
  fc.assert(
    fc.property(share, whole, fc.integer({ min: -2, max: 2 }), (s, all, off) => {
      const part = Math.max(0, Number((BigInt(s.num) * BigInt(all)) / BigInt(s.den)) + off);
      expect(meets(s, part, all)).toBe(byRationals(s, part, all));
    }),
    { numRuns: 2_000 },
  );
});

test('what is needed is the least that is enough', () => {
  fc.assert(
    fc.property(share, whole, (s, all) => {
      const needed = neededOf(s, all);
      expect(byRationals(s, needed, Math.max(all, 0)) || s.strict).toBe(true);
      expect(byRationals(s, needed - 1, all)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test('areas of a whole street in hundredths of a square metre stay exact, and what would not is an error', () => {
  const base = 3_000_000_000_000;
  expect(meets(TWO_THIRDS, 2_000_000_000_000, base)).toBe(true);
  expect(meets(TWO_THIRDS, 1_999_999_999_999, base)).toBe(false);
  expect(neededOf(TWO_THIRDS, base)).toBe(2_000_000_000_000);
  expect(() => meets(TWO_THIRDS, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
});

const choice = fc.constantFrom<Choice | 'invalid'>('for', 'against', 'abstain', 'invalid');
const ballots: fc.Arbitrary<Countable[]> = fc.array(
  fc.record({
    choice,
    area: fc.integer({ min: 1, max: 100_000_000 }),
    via: fc.constantFrom('app' as const, 'assisted' as const, 'paper' as const, 'proxy' as const),
  }),
  { maxLength: 120 },
);
test('a tally is the number and the area of ballots of each choice and way, in any order', () => {
  fc.assert(
    fc.property(ballots, (cast) => {
      const counted = tally(cast);
      const those = (wanted: string) => cast.filter((b) => b.choice === wanted);
      for (const wanted of ['for', 'against', 'abstain'] as const) {
        expect(counted.units[wanted]).toBe(those(wanted).length);
        expect(counted.area[wanted]).toBe(those(wanted).reduce((sum, { area = 0 }) => sum + area, 0));
      }
      expect(counted.invalid).toBe(those('invalid').length);
      expect(takenOf(counted.units) + counted.invalid).toBe(cast.length);
      expect(Object.values(counted.channels).reduce((a, b) => a + b, 0)).toBe(cast.length);
      expect(tally([...cast].reverse())).toEqual(counted);
    }),
  );
});

const counts = (yes: number, no: number, abstain: number): Counts => ({ for: yes, against: no, abstain });
const units = (cast: Counts): Tally => ({ ...emptyTally(), units: cast });
const outcome = (cast: Counts, base: number, rule: Pick<Rule, 'thresholds'> = COUNCIL_HOUSEHOLD_RULE) =>
  resultOf(units(cast), { units: base, area: 0 }, rule).outcome;
test.each([
  ['exactly half take part: not enough', counts(15, 0, 0), 30, 'noQuorum'],
  ['one more than half take part and all are for', counts(16, 0, 0), 30, 'passed'],
  ['exactly half of those taking part are for: not enough', counts(10, 10, 0), 30, 'rejected'],
  ['one more than half are for', counts(11, 9, 0), 30, 'passed'],
  ['abstentions take part and are not for', counts(10, 0, 10), 30, 'rejected'],
  ['nobody votes', counts(0, 0, 0), 30, 'noQuorum'],
  ['the only household votes for', counts(1, 0, 0), 1, 'passed'],
  ['the only household abstains', counts(0, 0, 1), 1, 'rejected'],
])('%s', (_, cast, base, expected) => {
  expect(outcome(cast, base)).toBe(expected);
});

test('invalid papers take no part: they bring no quorum', () => {
  const cast = { ...units(counts(15, 0, 0)), invalid: 10 };
  expect(resultOf(cast, { units: 30, area: 0 }, COUNCIL_HOUSEHOLD_RULE)).toMatchObject({
    taken: 15,
    invalid: 10,
    outcome: 'noQuorum',
  });
});

test('a poll that decides nothing has no outcome but that', () => {
  const poll = RULES['poll-household-2026-1'] as Rule;
  for (const cast of [counts(0, 0, 0), counts(30, 0, 0), counts(0, 30, 0)])
    expect(outcome(cast, 30, poll)).toBe('advisory');
});

/** An outcome by brute force over every threshold of any rule. */
const byBruteForce = ({ thresholds }: Rule, cast: Tally, base: { units: number; area: number }) => {
  const parts = thresholds.map(({ of, quorum, pass }) => {
    const taken = cast[of].for + cast[of].against + cast[of].abstain;
    return [byRationals(quorum, taken, base[of]), byRationals(pass, cast[of].for, taken)] as const;
  });
  if (parts.length === 0) return 'advisory';
  if (parts.some(([quorate]) => !quorate)) return 'noQuorum';
  return parts.every(([, passing]) => passing) ? 'passed' : 'rejected';
};
/** Amounts at and around what a threshold asks for: of the base that takes part, and of those taking part that are for. */
const around = (base: number, { quorum, pass }: Threshold): fc.Arbitrary<Counts> =>
  fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -1, max: 1 }), fc.nat(3)).map(([a, b, abstain]) => {
    const taken = Math.min(base, Math.max(0, Math.ceil((quorum.num * base) / quorum.den) + a));
    const yes = Math.min(taken, Math.max(0, Math.ceil((pass.num * taken) / pass.den) + b));
    const held = Math.min(abstain, taken - yes);
    return counts(yes, taken - yes - held, held);
  });

test.each(Object.values(RULES).map((rule) => [rule.ruleId, rule] as const))(
  '%s decides as brute force does, at equality of every threshold and on both sides of it',
  (_, rule) => {
    const [byArea, byUnits] = (['area', 'units'] as const).map((of) => rule.thresholds.find((t) => t.of === of));
    const plain = { of: 'units' as const, quorum: HALF, pass: HALF };
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 4_000_000_000 }))
      .chain(([heads, area]) =>
        fc.tuple(fc.constant({ units: heads, area }), around(heads, byUnits ?? plain), around(area, byArea ?? plain)),
      );
    fc.assert(
      fc.property(cases, ([base, inUnits, inArea]) => {
        const cast = { ...emptyTally(), units: inUnits, area: inArea };
        expect(resultOf(cast, base, rule).outcome).toBe(byBruteForce(rule, cast, base));
      }),
      { numRuns: 1_500 },
    );
  },
);

test('owners decide by area and by heads: either alone is not enough', () => {
  const grave = RULES['owners-grave-2021-1'] as Rule;
  const base = { units: 30, area: 300_000 };
  const result = (heads: Counts, area: Counts) =>
    resultOf({ ...emptyTally(), units: heads, area }, base, grave).outcome;
  expect(result(counts(15, 5, 0), counts(150_000, 50_000, 0))).toBe('passed');
  expect(result(counts(14, 6, 0), counts(150_000, 50_000, 0))).toBe('rejected');
  expect(result(counts(15, 5, 0), counts(149_999, 50_001, 0))).toBe('rejected');
  expect(result(counts(19, 0, 0), counts(300_000, 0, 0))).toBe('noQuorum');
  expect(result(counts(30, 0, 0), counts(199_999, 0, 0))).toBe('noQuorum');
});

test('a ballot for never turns a passed vote into one that is rejected', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 40 }), (a, b, c, absent) => {
      const base = a + b + c + absent;
      if (outcome(counts(a, b, c), base) === 'passed') expect(outcome(counts(a + 1, b, c), base)).toBe('passed');
    }),
  );
});
