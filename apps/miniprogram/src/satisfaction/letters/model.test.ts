import { filesOf } from './model';

it.each([
  ['0', 1, 0, false],
  ['30', 1, 1, false],
  ['400', 1, 8, false],
  ['5000', 1, 20, true],
  ['5000', 5, 100, false],
  ['x', 1, 0, false],
])('of %s invited, page %i: %i files, more: %s', (invited, pages, count, more) => {
  const shown = filesOf(invited, pages);
  expect([shown.files.length, shown.more]).toEqual([count, more]);
  expect(shown.files).toEqual(Array.from({ length: count }, (_, i) => i + 1));
});
