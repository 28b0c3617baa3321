import type { RollRow } from '@gongzhi/shared/directory/model';
import {
  countWords,
  differing,
  errorWords,
  errorsTitle,
  ignoredWords,
  rollOf,
  rowWords,
  tallyOf,
  tallyWords,
} from './model';

const row = (room: string, adults: RollRow['adults'] = [], area?: number): RollRow => ({
  building: '1号楼',
  unit: '2单元',
  room,
  adults,
  ...(area === undefined ? {} : { area }),
});
const sheet = (cells: string[][], dates: { row: number; column: number }[] = []) => ({
  sheet: { name: '', grid: { cells, merges: [] }, dates },
  others: ['封面'],
});

test('a file becomes a roll with its name, hash and what was not read', () => {
  const roll = rollOf(
    sheet([
      ['楼栋', '单元', '房号'],
      ['1号楼', '2单元', '101'],
      ['合计', '', '1'],
    ]),
    '名册.xlsx',
    'ab',
  );
  expect(roll).toEqual({
    fileName: '名册.xlsx',
    fileHash: 'ab',
    rows: [row('101')],
    errors: [],
    ignored: [{ row: 3, why: '合计行' }],
    others: ['封面'],
  });
});

test('a date in a column of the roll is an error at its cell, one in a remark is not', () => {
  const { errors } = rollOf(
    sheet(
      [
        ['楼栋', '房号', '备注'],
        ['1号楼', '2026-03-02', '2026-01-01'],
        ['1号楼', 'x', ''],
      ],
      [
        { row: 2, column: 1 },
        { row: 2, column: 2 },
      ],
    ),
    'x',
    'ab',
  );
  expect(errors.map(errorWords)).toEqual([
    '第 2 行 B 列“房号”：被表格软件变成了日期，请把这一列的格式改为“文本”，再重填这一格',
  ]);
});

test('errors stand in the order of the rows and say where they are', () => {
  const { errors } = rollOf(
    sheet([
      ['楼栋', '单元', '房号', '电话', '姓名'],
      ['1', '1', '101', '123', '王芳'],
      ['1', '1', '', '', '李雷'],
    ]),
    'x',
    'ab',
  );
  expect(errors.map(errorWords)).toEqual([
    expect.stringMatching(/^第 2 行 D 列“电话”：/),
    expect.stringMatching(/^第 3 行 C 列“房号”：/),
  ]);
  expect(errorWords({ row: 1, column: '', name: '', message: '没有找到“房号”这一列。' })).toBe(
    '没有找到“房号”这一列。',
  );
  expect(errorWords({ row: 4, column: '', name: '单元', message: '单元没有填' })).toBe('第 4 行“单元”：单元没有填');
});

test('a long list of errors says how many there are', () => {
  expect([errorsTitle(50), errorsTitle(51)]).toEqual(['有 50 处要改', '有 51 处要改，先列出前 50 处']);
});

test('rows passed over are told by reason', () => {
  const rows = Array.from({ length: 8 }, (_, i) => ({ row: i + 10, why: '重复的表头' }));
  expect(ignoredWords([...rows, { row: 30, why: '合计行' }])).toEqual([
    '重复的表头：第 10、11、12、13、14、15 行等 8 行',
    '合计行：第 30 行',
  ]);
});

test('what the roll holds is counted by buildings, households, adults and phones', () => {
  expect(countWords([row('101', [{ name: '王芳', phone: '13800138000' }, { name: '李雷' }]), row('102')])).toBe(
    '1 栋楼，2 户，2 位成年人，1 个手机号',
  );
});

test('a household is shown as it was understood, its phones masked', () => {
  expect(rowWords(row('101', [{ name: '王芳', phone: '13812345678' }, { name: '李雷' }], 8850))).toBe(
    '1号楼2单元101室，88.50 ㎡，王芳 138****5678、李雷',
  );
  expect(rowWords(row('102'))).toBe('1号楼2单元102室，面积未填，姓名未填');
});

test('only what differs is sent, and the numbers say how much', () => {
  const rows = [row('101'), row('102'), row('103')];
  expect(differing(rows, ['new', 'same', 'changed'])).toEqual([row('101'), row('103')]);
  expect(tallyWords(tallyOf(['new', 'same', 'changed', 'same']))).toBe('新增 1 户，变更 1 户，不变 2 户');
});
