import { chance } from './chance';

const some = (seed: number, n = 10_000) => {
  const next = chance(seed);
  return Array.from({ length: n }, next);
};

test('the same seed gives the same numbers, another one others', () => {
  expect(some(7)).toEqual(some(7));
  expect(some(8, 5)).not.toEqual(some(7, 5));
});

test('numbers lie in [0, 1), a tenth of them in each tenth', () => {
  const numbers = some(20_261_127);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  const tenths = new Array<number>(10).fill(0);
  for (const number of numbers) tenths[Math.floor(number * 10)]! += 1;
  // χ² over 9 degrees of freedom below its 0.999 quantile
  expect(tenths.reduce((sum, n) => sum + (n - 1_000) ** 2 / 1_000, 0)).toBeLessThan(27.9);
});
