import { meets } from '@gongzhi/shared/kernel/shares';
import fc from 'fast-check';
import { amountInWords, areaInWords, measureInWords, shareInWords } from './amount-words';
import { UNIT_WORDS } from './model';

/** The area read back from its words, by taking them apart. */
const read = (words: string): number => {
  const [, whole = '', rest = ''] = /^([\d,]+)(?:\.(\d\d))? 平方米$/.exec(words) ?? [];
  return Number(whole.replaceAll(',', '')) * 100 + Number(rest || 0);
};

test('an area in words is the area, to the hundredth, up to a whole street', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(100_000), fc.integer({ min: 0, max: 10_000_000_000_000 })), (area) => {
      expect(read(areaInWords(area))).toBe(area);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  [1, '0.01 平方米'],
  [10, '0.10 平方米'],
  [99, '0.99 平方米'],
  [101, '1.01 平方米'],
  [99_999, '999.99 平方米'],
  [100_000, '1,000 平方米'],
  [100_000_005, '1,000,000.05 平方米'],
])('%d hundredths are %s', (area, words) => {
  expect(areaInWords(area)).toBe(words);
});

test.each([
  ['units', 30, 'household', '30 户', '户数'],
  ['units', 0, 'person', '0 人', '居民人数'],
  ['units', 12, 'delegate', '12 名', '代表人数'],
  ['units', 1, 'owner', '1 位', '业主人数'],
  ['area', 8_905, 'owner', '89.05 平方米', '专有部分面积'],
] as const)('of %s, %d by %s: %s, added up as %s', (of, amount, unit, words, measure) => {
  expect(amountInWords({ of }, amount, { unit })).toBe(words);
  expect(measureInWords({ of }, { unit })).toBe(measure);
});

test.each([
  [{ num: 1, den: 1, strict: false }, '一分之一以上'],
  [{ num: 3, den: 5, strict: true }, '超过五分之三'],
  [{ num: 9, den: 10, strict: false }, '十分之九以上'],
  [{ num: 50, den: 100, strict: false }, '半数以上'],
  [{ num: 50, den: 100, strict: true }, '过半数'],
  [{ num: 11, den: 20, strict: true }, '超过20分之11'],
])('%j is said %s', (share, words) => {
  expect(shareInWords(share)).toBe(words);
});

test('only a share that is itself enough is said with 以上: 民法典 art. 1259', () => {
  const parts = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.boolean());
  fc.assert(
    fc.property(parts, ([a, b, strict]) => {
      const share = { num: Math.min(a, b), den: Math.max(a, b), strict };
      expect(shareInWords(share).endsWith('以上')).toBe(meets(share, share.num, share.den));
    }),
  );
});

test('every unit is called by a measure word, a noun and what one ballot is', () => {
  for (const { count, what, votes } of Object.values(UNIT_WORDS)) {
    expect(count).toHaveLength(1);
    expect(what.length).toBeGreaterThan(0);
    expect(votes).toMatch(/一票/);
  }
  const nouns = Object.values(UNIT_WORDS).map(({ what }) => what);
  expect(new Set(nouns).size).toBe(nouns.length);
});
