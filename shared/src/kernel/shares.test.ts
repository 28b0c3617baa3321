import * as fc from 'fast-check';
import { Share, meets, neededOf } from './shares';

const share = (num: number, den: number, strict: boolean): Share => ({ num, den, strict });
const anyShare = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), fc.boolean())
  .map(([a, b, strict]) => share(Math.min(a, b), Math.max(a, b), strict));

/** The same by counting: fractions as whole numbers of equal pieces, without a division. */
const byCounting = ({ num, den, strict }: Share, part: number, whole: number): boolean => {
  if (part <= 0) return false;
  let [mine, asked] = [0n, 0n];
  for (let i = 0; i < den; i += 1) mine += BigInt(part);
  for (let i = 0; i < num; i += 1) asked += BigInt(whole);
  return strict ? mine > asked : mine >= asked;
};

test.each([
  ['over half', share(1, 2, true), 50, 100, false],
  ['over half', share(1, 2, true), 51, 100, true],
  ['half of an odd number is no half', share(1, 2, true), 50, 99, true],
  ['two thirds include the number', share(2, 3, false), 66, 99, true],
  ['two thirds', share(2, 3, false), 66, 100, false],
  ['two thirds', share(2, 3, false), 67, 100, true],
  ['three quarters include the number', share(3, 4, false), 75, 100, true],
  ['three quarters', share(3, 4, false), 74, 100, false],
  ['the whole', share(1, 1, false), 7, 7, true],
  ['nothing is a share of nothing', share(1, 2, false), 0, 0, false],
  ['none of some', share(1, 100, false), 0, 50, false],
] as const)('%s: %j of %i in %i is %s', (_, of, part, whole, good) => expect(meets(of, part, whole)).toBe(good));

test('as counting piece by piece says, for every share and every part', () => {
  fc.assert(
    fc.property(anyShare, fc.nat(2_000), fc.nat(2_000), (of, part, whole) => {
      expect(meets(of, part, whole)).toBe(byCounting(of, part, whole));
    }),
  );
});
test('the number that is needed is enough, and one less is not', () => {
  fc.assert(
    fc.property(anyShare, fc.integer({ min: 1, max: 5_000 }), (of, whole) => {
      const needed = neededOf(of, whole);
      expect(meets(of, needed, whole)).toBe(true);
      expect(meets(of, needed - 1, whole)).toBe(false);
    }),
  );
});
test('more of a part never loses what it had', () => {
  fc.assert(
    fc.property(anyShare, fc.nat(1_000), fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), (of, part, more, whole) => {
      if (meets(of, part, whole)) expect(meets(of, part + more, whole)).toBe(true);
    }),
  );
});
test('areas of a whole town are compared exactly, and what could not be is an error and no result', () => {
  const town = 10_000_000_000_000;
  expect(meets(share(2, 3, false), (town / 4) * 3, town)).toBe(true);
  expect(meets(share(1, 2, true), town / 2, town)).toBe(false);
  expect(meets(share(1, 2, true), town / 2 + 1, town)).toBe(true);
  expect(() => meets(share(99, 100, false), Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
});
test('a share is two whole numbers and whether the number itself is enough', () => {
  const reads = (value: object) => Share.safeParse(value, { jitless: true }).success;
  expect(reads(share(2, 3, false))).toBe(true);
  for (const value of [
    { num: 0.5, den: 1, strict: false },
    { num: 1, den: 2 },
    { num: '1', den: 2, strict: true },
  ])
    expect([value, reads(value)]).toEqual([value, false]);
});
