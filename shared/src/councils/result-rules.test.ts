import fc from 'fast-check';
import type { Choice, Counts } from './model';
import {
  decisionText,
  meets,
  neededOf,
  passes,
  quorumOf,
  resultOf,
  shareInWords,
  takenOf,
  tally,
} from './result-rules';
import { COUNCIL_HOUSEHOLD_RULE, type Rule, type Share } from './rule-sets';

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

/** A share as exact rational arithmetic has it, independent of the code: compare numerators over one denominator. */
const byRationals = ({ num, den, strict }: Share, part: number, whole: number): boolean => {
  const [left, right] = [BigInt(part) * BigInt(den), BigInt(num) * BigInt(whole)];
  return part > 0 && (strict ? left > right : left >= right);
};
const share = fc
  .record({ num: fc.integer({ min: 1, max: 9 }), den: fc.integer({ min: 1, max: 9 }), strict: fc.boolean() })
  .filter(({ num, den }) => num <= den);
const whole = fc.integer({ min: 0, max: 200_000 });

test('a share is what rational arithmetic says it is, at equality and on both sides of it', () => {
  fc.assert(
    fc.property(share, whole, fc.integer({ min: -2, max: 2 }), (s, all, off) => {
      const part = Math.max(0, Math.floor((s.num * all) / s.den) + off);
      expect(meets(s, part, all)).toBe(byRationals(s, part, all));
    }),
    { numRuns: 2_000 },
  );
});

test('what is needed is the least that is enough', () => {
  fc.assert(
    fc.property(share, whole, (s, all) => {
      const needed = neededOf(s, all);
      expect(byRationals(s, needed, all)).toBe(true);
      expect(byRationals(s, needed - 1, all)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test('areas of a whole street in hundredths of a square metre stay exact', () => {
  const base = 3_000_000_000_000;
  expect(meets(TWO_THIRDS, 2_000_000_000_000, base)).toBe(true);
  expect(meets(TWO_THIRDS, 1_999_999_999_999, base)).toBe(false);
  expect(neededOf(TWO_THIRDS, base)).toBe(2_000_000_000_000);
});

const choices = fc.array(fc.constantFrom<Choice>('for', 'against', 'abstain'), { maxLength: 300 });
test('a tally is the number of ballots of each choice, in any order', () => {
  fc.assert(
    fc.property(choices, (cast) => {
      const counts = tally(cast.map((choice) => ({ choice })));
      for (const choice of ['for', 'against', 'abstain'] as const)
        expect(counts[choice]).toBe(cast.filter((c) => c === choice).length);
      expect(takenOf(counts)).toBe(cast.length);
      expect(tally([...cast].reverse().map((choice) => ({ choice })))).toEqual(counts);
    }),
  );
});

const rule = (quorum: Share, pass: Share): Rule => ({ ...COUNCIL_HOUSEHOLD_RULE, quorum, pass });
const counts = (yes: number, no: number, abstain: number): Counts => ({ for: yes, against: no, abstain });
test.each([
  ['exactly half take part: not enough', counts(15, 0, 0), 30, 'noQuorum'],
  ['one more than half take part and all are for', counts(16, 0, 0), 30, 'passed'],
  ['exactly half of those taking part are for: not enough', counts(10, 10, 0), 30, 'rejected'],
  ['one more than half are for', counts(11, 9, 0), 30, 'passed'],
  ['abstentions take part and are not for', counts(10, 0, 10), 30, 'rejected'],
  ['nobody votes', counts(0, 0, 0), 30, 'noQuorum'],
  ['the only household votes for', counts(1, 0, 0), 1, 'passed'],
  ['the only household abstains', counts(0, 0, 1), 1, 'rejected'],
])('%s', (_, cast, base, outcome) => {
  expect(resultOf(cast, base, COUNCIL_HOUSEHOLD_RULE).outcome).toBe(outcome);
});

test('with “以上” the number itself is enough', () => {
  const ordinary = rule(TWO_THIRDS, THREE_QUARTERS);
  expect(resultOf(counts(15, 5, 0), 30, ordinary)).toMatchObject({
    taken: 20,
    quorum: { needed: 20, reached: true },
    needed: 15,
    outcome: 'passed',
  });
  expect(resultOf(counts(14, 6, 0), 30, ordinary).outcome).toBe('rejected');
  expect(resultOf(counts(15, 4, 0), 30, ordinary).outcome).toBe('noQuorum');
});

test('figures and outcome never disagree', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), share, share, (a, b, c, absent, quorum, pass) => {
      const cast = counts(a, b, c);
      const figures = resultOf(cast, a + b + c + absent, rule(quorum, pass));
      expect(figures.quorum.reached).toBe(figures.taken >= figures.quorum.needed);
      expect(passes(cast, { pass })).toBe(cast.for >= figures.needed);
      expect(figures.outcome === 'passed').toBe(
        byRationals(quorum, a + b + c, figures.base) && byRationals(pass, a, a + b + c),
      );
      expect(quorumOf(figures.base, figures.taken, { quorum })).toEqual(figures.quorum);
    }),
  );
});

test('a ballot for never turns a passed vote into one that is rejected', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 40 }), (a, b, c, absent) => {
      const base = a + b + c + absent;
      const before = resultOf(counts(a, b, c), base, COUNCIL_HOUSEHOLD_RULE).outcome;
      if (before === 'passed')
        expect(resultOf(counts(a + 1, b, c), base, COUNCIL_HOUSEHOLD_RULE).outcome).toBe('passed');
    }),
  );
});

test.each([
  [HALF, '过半数'],
  [{ num: 1, den: 2, strict: false }, '半数以上'],
  [TWO_THIRDS, '三分之二以上'],
  [THREE_QUARTERS, '四分之三以上'],
  [{ num: 2, den: 4, strict: true }, '过半数'],
  [{ num: 1, den: 3, strict: true }, '超过三分之一'],
  [{ num: 1, den: 20, strict: false }, '20分之一以上'],
])('a share in words: %j', (s, words) => {
  expect(shareInWords(s)).toBe(words);
});

const VOTE = {
  question: '是否设立议事会',
  resolution: '同意设立社区共治议事会。',
  openedAt: '2026-11-23T12:00:00.000Z',
  closesAt: '2026-12-31T16:30:00.000Z',
  rule: COUNCIL_HOUSEHOLD_RULE,
};
const textOf = (cast: Counts, base = 30) => decisionText(VOTE, resultOf(cast, base, COUNCIL_HOUSEHOLD_RULE));

test('a decision says when, how many, by what rule, and what follows', () => {
  expect(textOf(counts(20, 6, 2))).toBe(
    '“是否设立议事会”的表决从2026年11月23日（周一）晚上8点开始，到2027年1月1日（周五）凌晨0点30分截止，一户一票。' +
      '名册上共 30 户，参加 28 户：赞成 20 户，反对 6 户，弃权 2 户。' +
      '按照社区议事规则，参照《城市居民委员会组织法》（2018年修正）第十条，要有过半数的户参加（至少 16 户），已达到；' +
      '参加的户中要有过半数赞成（至少 15 户），已达到。以上比例按社区议事规则执行。表决通过，形成决议：同意设立社区共治议事会。',
  );
});

test('a vote that fails says why, and never states the resolution as decided', () => {
  expect(textOf(counts(10, 10, 0))).toMatch(/至少 11 户），未达到。.*赞成 10 户，不到 11 户，表决没有通过/);
  expect(textOf(counts(15, 0, 0))).toMatch(/至少 16 户），未达到；.*这次表决没有形成决议。$/);
  expect(textOf(counts(0, 0, 0))).toContain('没有收到选票。');
  for (const cast of [counts(10, 10, 0), counts(15, 0, 0), counts(0, 0, 0)])
    expect(textOf(cast)).not.toContain(VOTE.resolution);
});

test('a rule that was checked against the law does not call itself the community’s own', () => {
  const rule: Rule = { ...COUNCIL_HOUSEHOLD_RULE, verified: true };
  expect(decisionText({ ...VOTE, rule }, resultOf(counts(20, 6, 2), 30, rule))).not.toContain('按社区议事规则执行');
});
