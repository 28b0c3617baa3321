import { filled, inWords } from './model';

test('a number stands with its base', () => {
  expect(inWords(312, 208, '户', '已表决')).toBe('312 户中 208 户已表决');
});

test.each([
  [312, 0, 0],
  [312, 156, 500],
  [312, 311, 996],
  [100_000, 99_999, 999],
  [312, 312, 1000],
  [0, 0, 0],
  [10, 12, 1000],
])('of %d, %d fill %d thousandths, full only when all are there', (base, done, tenths) => {
  expect(filled(base, done)).toBe(tenths);
});
