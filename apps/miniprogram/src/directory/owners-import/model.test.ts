import { readCsv } from '../../kernel/read-csv';
import { buildingsOf, headsIn, headsWords, partsOf, unknownDoors } from './model';
import { readOwners } from './read-owners';

const door = (room: string) => ({ building: '1号楼', unit: '1单元', room });
const line = (n: number, room: string, buyer?: string) => ({
  line: n,
  row: { ...door(room), ...(buyer ? { kind: 'buyer' as const, buyer } : { kind: 'developer' as const }) },
});

test('a pasted list is read by its header, in whichever order its columns stand', () => {
  const pasted =
    '序号\t业主\t楼栋\t单元\t房号\t身份证号\n1\t王秀兰\t1号楼\t1单元\t101\t330102195801012345\n2\t开发商\t\t1单元\t102\t';
  expect(readOwners(readCsv(pasted))).toEqual({
    lines: [
      { line: 2, row: { ...door('101'), kind: 'buyer', buyer: '王秀兰 2345' } },
      { line: 3, row: { ...door('102'), kind: 'developer' } },
    ],
    wrong: [],
  });
});

test('without a header the columns are building, unit, room, owner and last digits', () => {
  expect(readOwners(readCsv('1号楼,1单元,101,王 秀兰,2345\n1号楼,,102,张三')).lines).toEqual([
    { line: 1, row: { ...door('101'), kind: 'buyer', buyer: '王秀兰 2345' } },
    { line: 2, row: { building: '1号楼', unit: '1', room: '102', kind: 'buyer', buyer: '张三' } },
  ]);
});

test('what is wrong is said with its line', () => {
  expect(
    readOwners([
      ['1号楼', '1单元', '', '王某'],
      ['1号楼', '1单元', '101', ''],
      [],
      ['1号楼', '1单元', '102', '字'.repeat(41)],
    ]).wrong,
  ).toEqual(['第 1 行：房号没有填', '第 2 行：没有填业主', '第 4 行：业主超过 40 个字']);
  expect(
    readOwners([
      ['1号楼', '1', '101', '王'],
      ['1栋', '一单元', '101室', '李'],
    ]).wrong,
  ).toEqual(['第 2 行：和第 1 行是同一套房']);
});

test('doors that the roll does not know are named before anything is sent', () => {
  expect(unknownDoors([line(1, '101', '王'), line(2, '999', '李')], [door('101'), door('102')])).toEqual([
    '第 2 行：1号楼1单元999室不在住户名册里',
  ]);
  expect(buildingsOf([line(1, '101'), line(2, '102')])).toEqual(['1号楼']);
});

test('one mark is one owner: who owns several is shown, unsold doors are one', () => {
  const heads = headsIn([
    line(1, '101', '王某 1'),
    line(2, '102', '王某1'),
    line(3, '201', '王某 2'),
    line(4, '202'),
    line(5, '301'),
  ]);
  expect(heads).toEqual({
    doors: 5,
    heads: 3,
    unsold: 2,
    several: [{ buyer: '王某1', doors: ['1号楼1单元101室', '1号楼1单元102室'] }],
  });
  expect(headsWords(heads)).toBe('共 5 套，算 3 位业主（开发商未售 2 套，合起来算一位）。');
});

test('a long list is sent in parts of ninety, each under its own key', () => {
  let n = 0;
  const parts = partsOf(
    Array.from({ length: 181 }, (_, i) => line(i + 1, String(i), '王')),
    () => `k${(n += 1)}`,
  );
  expect(parts.map(({ rows, key }) => [rows.length, key])).toEqual([
    [90, 'k1'],
    [90, 'k2'],
    [1, 'k3'],
  ]);
});
