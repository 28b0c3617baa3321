import fc from 'fast-check';
import { RollRow } from './model';
import { cleanCell, columnLetter, fillMerged } from './roll-grid';
import { readRollRows } from './roll-rows';
import { ROLL } from './roll-limits';

const HEAD = ['楼栋', '单元', '房号', '面积', '姓名', '电话'];
const read = (rows: string[][], merges: { top: number; left: number; bottom: number; right: number }[] = []) =>
  readRollRows({ cells: rows, merges });
const row = (building: string, unit: string, room: string, ...rest: string[]) => [building, unit, room, ...rest];

test('a plain roll is read as it stands', () => {
  expect(
    read([HEAD, row('3号楼', '2单元', '502', '88.5', '张三、李四', '13800138000'), row('3号楼', '2单元', '503')]),
  ).toEqual({
    rows: [
      {
        building: '3号楼',
        unit: '2单元',
        room: '502',
        area: 8_850,
        adults: [{ name: '张三', phone: '13800138000' }, { name: '李四' }],
      },
      { building: '3号楼', unit: '2单元', room: '503', adults: [] },
    ],
    errors: [],
    ignored: [],
  });
});

test('two header rows over merged buildings, a title, a subtotal and a note, as such rolls come', () => {
  const { rows, errors, ignored } = read(
    [
      ['某某社区住户登记表', '', '', '', '', '', ''],
      ['序号', '楼栋', '单元', '房号', '住户信息', '', '建筑面积（㎡）'],
      ['', '', '', '', '户主', '联系电话', ''],
      ['1', '１号楼', '1', '101', '王 芳', '138 0013 8000', '90'],
      ['2', '', '', '102', '李强', '', '90.25'],
      ['3', '', '2', '101', '', '', ''],
      ['小计', '', '', '3 户', '', '', '180.25'],
      ['', '', '', '', '', '', ''],
      ['4', '2号楼', '1', '101', '赵敏', '', '75'],
      ['备注：截至本月底', '', '', '', '', '', ''],
    ],
    [
      { top: 0, left: 0, bottom: 0, right: 6 },
      { top: 1, left: 4, bottom: 1, right: 5 },
      ...[0, 1, 2, 3, 6].map((left) => ({ top: 1, left, bottom: 2, right: left })),
      { top: 3, left: 1, bottom: 5, right: 1 },
      { top: 3, left: 2, bottom: 4, right: 2 },
    ],
  );
  expect(errors).toEqual([]);
  expect(rows).toEqual([
    { building: '1号楼', unit: '1', room: '101', area: 9_000, adults: [{ name: '王芳', phone: '13800138000' }] },
    { building: '1号楼', unit: '1', room: '102', area: 9_025, adults: [{ name: '李强' }] },
    { building: '1号楼', unit: '2', room: '101', adults: [] },
    { building: '2号楼', unit: '1', room: '101', area: 7_500, adults: [{ name: '赵敏' }] },
  ]);
  expect(ignored).toEqual([
    { row: 7, why: '合计行' },
    { row: 10, why: '说明文字' },
  ]);
});

test('a merge that CSV forgot is filled from above, and rows of one household are one adult each', () => {
  const { rows, errors } = read([
    HEAD,
    row('1', '1', '101', '90', '甲', '13800138000'),
    row('', '', '', '', '乙', ''),
    row('', '', '102', '80', '丙'),
    row('', '2', '101', '', '丁'),
    row('2', '', '101', '', '戊'),
  ]);
  expect(errors).toEqual([]);
  expect(
    rows.map(({ building, unit, room, adults }) => [building, unit, room, adults.map((a) => a.name).join()]),
  ).toEqual([
    ['1', '1', '101', '甲,乙'],
    ['1', '1', '102', '丙'],
    ['1', '2', '101', '丁'],
    ['2', '1', '101', '戊'],
  ]);
});

test('a roll without units has unit 1', () => {
  expect(
    read([
      ['楼栋', '室'],
      ['5', '101'],
    ]).rows,
  ).toEqual([{ building: '5', unit: '1', room: '101', adults: [] }]);
});

test('adults in columns of their own keep their own phones', () => {
  const { rows } = read([
    ['楼栋', '房号', '成年人1', '电话1', '成年人2', '电话2'],
    ['1', '101', '甲', '', '乙', '13900139000'],
  ]);
  expect(rows[0]?.adults).toEqual([{ name: '甲' }, { name: '乙', phone: '13900139000' }]);
});

test('a phone column before the names still belongs to them', () => {
  expect(
    read([
      ['电话', '楼栋', '房号', '姓名'],
      ['13900139000', '1', '101', '甲'],
    ]).rows[0]?.adults,
  ).toEqual([{ name: '甲', phone: '13900139000' }]);
});

const HOME = row('1', '1', '101', '90', '甲');
test.each<[string, string[][], { rows: number; errors?: string[]; ignored?: string[] }]>([
  ['adults one below another', [HOME, row('1', '1', '101', '', '乙')], { rows: 1 }],
  ['the same person twice', [HOME, row('1', '1', '101', '90', '甲')], { rows: 1, ignored: ['3 与第 2 行重复'] }],
  [
    'the same person with another phone',
    [[...HOME, '13800138000'], row('1', '1', '101', '', '甲', '13900139000')],
    { rows: 1, errors: ['3 C 与第 2 行是同一户的同一个人，但电话不同'] },
  ],
  [
    'another area',
    [HOME, row('1', '1', '101', '91', '乙')],
    { rows: 1, errors: ['3 C 与第 2 行是同一户（1号楼1单元101室），但面积不同'] },
  ],
  [
    'far from each other',
    [HOME, row('1', '1', '102', '', '丙'), row('1', '1', '101', '', '乙')],
    { rows: 2, errors: ['4 C 与第 2 行是同一户（1号楼1单元101室），请删去一行，或改正房号'] },
  ],
  [
    'several adults in each',
    [row('1', '1', '101', '', '甲、乙'), row('1', '1', '101', '', '丙、丁')],
    { rows: 1, errors: ['3 C 与第 2 行是同一户（1号楼1单元101室），请删去一行，或改正房号'] },
  ],
  [
    'both empty',
    [row('1', '1', '101'), row('1', '1', '101')],
    { rows: 1, errors: ['3 C 与第 2 行是同一户（1号楼1单元101室），请删去一行，或改正房号'] },
  ],
  [
    'written in two ways',
    [row('1栋', '一单元', '101室', '', '甲、乙'), row('１号楼', '1', '0101', '', '丙')],
    { rows: 1, errors: ['3 C 与第 2 行是同一户（1栋一单元101室），请删去一行，或改正房号'] },
  ],
  ['a blank row between', [HOME, row('', '', '', '', '', ''), row('1', '1', '101', '', '乙')], { rows: 1 }],
])('a room twice, %s', (_, lines, want) => {
  const { rows, errors, ignored } = read([HEAD, ...lines]);
  expect({
    rows: rows.length,
    errors: errors.map((e) => `${e.row} ${e.column} ${e.message}`),
    ignored: ignored.map((i) => `${i.row} ${i.why}`),
  }).toEqual({ errors: [], ignored: [], ...want });
});

test('thirteen adults in thirteen rows are one too many, and the first twelve stay', () => {
  const { rows, errors } = read([HEAD, ...Array.from({ length: 13 }, (_, i) => row('1', '1', '101', '', `甲${i}`))]);
  expect(rows[0]?.adults).toHaveLength(12);
  expect(errors).toEqual([
    { row: 14, column: 'C', name: '房号', message: '与第 2 行是同一户（1号楼1单元101室），一户最多 12 位成年人' },
  ]);
});

test('every wrong cell is named by row, column and what to do; rows beside it are read', () => {
  const { rows, errors } = read([
    HEAD,
    row('1', '1', '', '90', '甲'),
    row('1', '1', '102', '九十', '12', '1'),
    row('1', '1', '103', '80', '丙', '021-1'),
  ]);
  expect(rows).toEqual([]);
  expect(errors.map((e) => `第 ${e.row} 行 ${e.column} 列（${e.name}）：${e.message}`)).toEqual([
    '第 2 行 C 列（房号）：房号没有填',
    '第 3 行 D 列（面积）：面积“九十”不是数字',
    '第 3 行 E 列（姓名）：姓名“12”里没有文字',
    '第 4 行 F 列（电话）：电话“021-1”不是 11 位手机号（座机请留空）',
  ]);
});

test('a header printed again on the next page is passed over', () => {
  const { rows, ignored } = read([HEAD, HOME, HEAD, row('1', '1', '102')]);
  expect([rows.length, ignored]).toEqual([2, [{ row: 3, why: '重复的表头' }]]);
});

test.each([
  [
    [
      ['楼栋', '姓名'],
      ['1', '甲'],
    ],
    '没有找到“房号”这一列。',
  ],
  [[['房号']], '没有找到“楼栋”这一列。'],
  [[], '没有找到“房号”这一列。'],
  [[HEAD], '表头下面没有住户'],
])('a sheet without the columns or households is refused with a sentence', (cells, sentence) => {
  const { rows, errors } = read(cells);
  expect(rows).toEqual([]);
  expect(errors).toEqual([
    expect.objectContaining({ row: 1, column: '', message: expect.stringContaining(sentence) as string }),
  ]);
});

test('a roll at the limit is read; one household more, or one building too large, is refused', () => {
  const rolls = (count: number, perBuilding: number) => [
    HEAD,
    ...Array.from({ length: count }, (_, i) => row(`${Math.floor(i / perBuilding)}`, '1', `${i % perBuilding}`)),
  ];
  expect(read(rolls(ROLL.households, 1_000)).errors).toEqual([]);
  expect(read(rolls(ROLL.households + 1, 1_000)).errors[0]?.message).toBe(
    '名册有 20001 户，一次最多 20000 户，请按小区分成几个文件',
  );
  expect(read(rolls(2_001, 2_001)).errors[0]?.message).toBe('“0”有 2001 户，一栋楼最多 2000 户，请核对“楼栋”一列');
});

test('whatever a sheet holds, its households fit the contract, each once, and errors name cells of the sheet', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '1', '2号楼', '101', '甲、乙', '13800138000', '88.5', '合计', ...HEAD),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), fc.boolean(), (cells, headed) => {
      const sheet = headed ? [HEAD, ...cells] : cells;
      const { rows, errors, ignored } = read(sheet);
      for (const one of rows) expect(RollRow.safeParse(one)).toMatchObject({ success: true, data: one });
      for (const { row: at, message } of [...errors, ...ignored.map((i) => ({ ...i, message: i.why }))]) {
        expect(at).toBeGreaterThanOrEqual(1);
        expect(at).toBeLessThanOrEqual(Math.max(1, sheet.length));
        expect(message).not.toBe('');
      }
    }),
  );
});

test('merged cells say what their first cell says, and only inside the sheet', () => {
  expect(
    fillMerged({
      cells: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      merges: [{ top: 0, left: 0, bottom: 5, right: 0 }],
    }),
  ).toEqual([
    ['a', 'b'],
    ['a', 'd'],
  ]);
  expect(
    fillMerged({
      cells: [['a']],
      merges: [
        { top: 0, left: 0, bottom: 0, right: 2 },
        { top: 9, left: 9, bottom: 10, right: 10 },
      ],
    }),
  ).toEqual([['a', 'a', 'a']]);
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %p is %s', (column, letter) => expect(columnLetter(column)).toBe(letter));

test('a cell is cleaned of width, invisible characters and runs of space, but keeps its lines', () => {
  expect([' １ 号　楼 ', 'a\u200b\ufeffb', '甲 \n  乙', undefined].map(cleanCell)).toEqual([
    '1 号 楼',
    'ab',
    '甲\n乙',
    '',
  ]);
});
