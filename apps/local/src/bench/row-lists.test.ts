import { rowLists } from './row-lists';

const list = { name: 'wishes.listOpen', few: 7, page: 13, many: 13 };
const ok = (more: object) => rowLists([{ ...list, ...more }], 10_000).rows.map((row) => row.ok);

test('a list that costs a page at any size is inside its budget, a unit more or less', () => {
  const { title, rows } = rowLists([list], 10_000);
  expect([title, rows]).toEqual([
    'lists at 10, 21 and 10,000 records',
    [{ what: list.name, measured: '7 → 13 → 13 read units', against: 'a page’s, ± 1', ratio: '1.00', ok: true }],
  ]);
  expect([ok({ many: 14 }), ok({ many: 12 })]).toEqual([[true], [true]]);
});

test.each([
  ['it grows', { many: 15 }],
  ['ten cost more than a page', { few: 14 }],
  ['it was not measured', { many: Number.NaN }],
])('the table says so when %s', (_, more) => {
  expect(ok(more)).toEqual([false]);
});
