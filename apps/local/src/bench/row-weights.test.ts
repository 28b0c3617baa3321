import { rowUnits } from './row-weights';
import type { RouteUnits } from './measure-units';

const route = (name: string, more: Partial<RouteUnits> = {}): RouteUnits => ({
  ...{ name, command: true, budget: 8, writes: [], read: 0, few: undefined, many: undefined },
  ...more,
});
const rowsOf = (...units: RouteUnits[]) => rowUnits(units, '21 and 84').flatMap(({ rows }) => rows);

test('a command that writes more than its contract says is past its budget, also when it usually does not', () => {
  expect(rowsOf(route('a', { writes: [5, 8] }))).toMatchObject([{ measured: '8 write units (2 calls)', ok: true }]);
  expect(rowsOf(route('a', { writes: [5, 5, 9] }))).toMatchObject([
    { measured: '9 write units, usually 5 (3 calls)', against: '≤ 8', ok: false },
  ]);
});

test('a read that writes, or that costs more at many records, is past its budget', () => {
  const read = { command: false, budget: 0, writes: [0, 0], read: 4, few: 3.5, many: 3.5 };
  const oks = [{}, { many: 4 }, { writes: [0, 1] }].map((more) => rowsOf(route('r', { ...read, ...more }))[0]?.ok);
  expect(oks).toEqual([true, false, false]);
});

test('routes that were not called are counted, pass no budget and break none', () => {
  const rows = rowsOf(route('a', { writes: [5] }), route('b'), route('c'), route('r', { command: false }));
  expect(rows.map(({ what, measured, ok }) => [what, measured, ok])).toEqual([
    ['a', '5 write units (1 calls)', true],
    ['not called here', '2 of 3', undefined],
    ['not called here', '1 of 1', undefined],
  ]);
});
