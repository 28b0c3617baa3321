import fc from 'fast-check';
import type { RollRow } from './model';
import { doorText } from '../kernel/door-key';
import type { Grid, Merge } from './roll-grid';
import { readRollRows } from './roll-rows';

/** How a community might keep the same roll. */
interface Habits {
  title: boolean;
  grouped: boolean;
  merged: boolean;
  oneEach: boolean;
  wide: boolean;
  separator: string;
  blankRows: boolean;
  totals: boolean;
  again: boolean;
}

const name = fc.constantFrom('王芳', '李建国', '欧阳娜娜', '阿依古丽·买买提', 'Anna Schmidt');
const household = fc.record({
  building: fc.integer({ min: 1, max: 4 }),
  unit: fc.integer({ min: 1, max: 2 }),
  room: fc.integer({ min: 101, max: 110 }),
  area: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
  names: fc.uniqueArray(name, { maxLength: 3 }),
  phones: fc.integer({ min: 0, max: 3 }),
});
const rolls: fc.Arbitrary<RollRow[]> = fc.array(household, { minLength: 1, maxLength: 25 }).map((made) => {
  const rows = made.map(({ building, unit, room, area, names, phones }, i): RollRow => ({
    building: `${building}号楼`,
    unit: `${unit}单元`,
    room: String(room),
    ...(area ? { area } : {}),
    adults: names.map((adult, a) => ({
      name: adult,
      ...(a < phones ? { phone: String(13_000_000_000 + i * 10 + a) } : {}),
    })),
  }));
  const unique = new Map(rows.map((row) => [doorText(row), row]));
  return [...unique.values()].sort((a, b) => (doorText(a) < doorText(b) ? -1 : 1));
});
const habits: fc.Arbitrary<Habits> = fc.record({
  title: fc.boolean(),
  grouped: fc.boolean(),
  merged: fc.boolean(),
  oneEach: fc.boolean(),
  wide: fc.boolean(),
  separator: fc.constantFrom('、', '，', ',', ';', '/', '\n'),
  blankRows: fc.boolean(),
  totals: fc.boolean(),
  again: fc.boolean(),
});

const widened = (text: string) => text.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const HEAD = ['序号', '楼 栋', '单元', '房号（室）', '*建筑面积㎡', '姓名', '联系电话', '备注'];

/** The rows of one household as this community writes them: all in one row, or an adult a row. */
const written = (
  { building, unit, room, area, adults }: RollRow,
  { oneEach, wide, separator }: Pick<Habits, 'oneEach' | 'wide' | 'separator'>,
): string[][] => {
  const digits = (text: string) => (wide ? widened(text) : text);
  const [b = '', u = '', r = ''] = [building, unit, room].map(digits);
  const metres = area === undefined ? '' : digits((area / 100).toFixed(2));
  const phonesOf = (some: RollRow['adults']) =>
    some
      .flatMap((a) => a.phone ?? [])
      .map(digits)
      .join(separator);
  if (!oneEach || adults.length < 2)
    return [['1', b, u, r, metres, adults.map((a) => a.name).join(separator), phonesOf(adults), '']];
  return adults.map((a, i) => ['', b, u, r, i === 0 ? metres : '', a.name, phonesOf([a]), i === 0 ? '已核对' : '']);
};

/** The last row below `top` that says the same in this column. */
const lastAlike = (cells: readonly string[][], column: number, top: number): number => {
  const text = cells[top]?.[column];
  let bottom = top;
  while (text && cells[bottom + 1]?.[column] === text) bottom += 1;
  return bottom;
};

/** Equal cells below one another in a column, as one merged cell: only the first keeps its text. */
const mergeColumn = (cells: string[][], column: number, from: number): Merge[] => {
  const merges: Merge[] = [];
  for (let top = from; top < cells.length;) {
    const bottom = lastAlike(cells, column, top);
    if (bottom > top) merges.push({ top, left: column, bottom, right: column });
    for (const row of cells.slice(top + 1, bottom + 1)) row[column] = '';
    top = bottom + 1;
  }
  return merges;
};

const EMPTY = ['', '', '', '', '', '', '', ''];
const headerOf = ({ title, grouped }: Habits): string[][] => [
  ...(title ? [['某某社区住户名册', ...EMPTY.slice(1)]] : []),
  ...(grouped
    ? [
        [...HEAD.slice(0, 5), '住户信息', '', '备注'],
        ['', '', '', '', '', '姓名', '联系电话', ''],
      ]
    : [[...HEAD]]),
];
/** What stands below the last household of a building. */
const afterBuilding = ({ blankRows, totals }: Habits): string[][] => [
  ...(blankRows ? [[...EMPTY]] : []),
  ...(totals ? [['小 计', '', '', '若干户', '', '', '', '']] : []),
];
const footer = ({ totals }: Habits, count: number): string[][] =>
  totals
    ? [
        ['合计：', '', '', `${count}户`, '', '', '', ''],
        ['制表人：李静', ...EMPTY.slice(1)],
      ]
    : [];

const sheetOf = (rows: readonly RollRow[], how: Habits): Grid => {
  const header = headerOf(how);
  const body = rows.flatMap((row, i) => [
    ...(how.again && i === 5 ? [[...HEAD]] : []),
    ...written(row, how),
    ...(row.building === rows[i + 1]?.building ? [] : afterBuilding(how)),
  ]);
  const cells = [...header, ...body, ...footer(how, rows.length)];
  const title = how.title ? [{ top: 0, left: 0, bottom: 0, right: 7 }] : [];
  return { cells, merges: [...title, ...(how.merged ? mergeColumn(cells, 1, header.length) : [])] };
};

test('however a community keeps its roll, the same households are read', () => {
  fc.assert(
    fc.property(rolls, habits, (rows, how) => {
      const { rows: read, errors } = readRollRows(sheetOf(rows, how));
      expect(errors).toEqual([]);
      expect(read).toEqual(rows);
    }),
    { numRuns: 400 },
  );
});

test('merges lost on the way to CSV lose nothing: empty cells mean what stands above', () => {
  fc.assert(
    fc.property(rolls, habits, (rows, how) => {
      const { cells } = sheetOf(rows, { ...how, merged: true, again: false, blankRows: false });
      expect(readRollRows({ cells, merges: [] })).toMatchObject({ rows, errors: [] });
    }),
    { numRuns: 200 },
  );
});

test('a household repeated anywhere below is an error that names the row it was first on', () => {
  fc.assert(
    fc.property(rolls, fc.nat(), (rows, pick) => {
      const twice = rows[pick % rows.length] as RollRow;
      const plain = sheetOf(rows, {
        title: false,
        grouped: false,
        merged: false,
        oneEach: false,
        wide: false,
        separator: '、',
        blankRows: false,
        totals: false,
        again: false,
      });
      const other = written(
        { ...twice, adults: [{ name: '另一位' }, { name: '又一位' }] },
        { oneEach: false, wide: false, separator: '、' },
      );
      const { errors } = readRollRows({ cells: [...plain.cells, ...other], merges: [] });
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatchObject({
        row: rows.length + 2,
        column: 'D',
        name: '房号',
        message: expect.stringContaining(`与第 ${rows.indexOf(twice) + 2} 行是同一户`) as string,
      });
    }),
  );
});
