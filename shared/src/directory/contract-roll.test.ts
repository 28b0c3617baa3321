import * as fc from 'fast-check';
import { directory } from './contract';
import { CHUNK_ROWS, CHUNK_WRITES, writesOf } from './roll-limits';
import { issuesOf } from './test-issues';

const HERE = { communityId: '330102004051', fileHash: 'a'.repeat(64) };
const row = (n: number, extra: object = {}) => ({
  building: '1号楼',
  unit: '1单元',
  room: String(100 + n),
  area: 8_950,
  adults: [{ name: '王秀兰' }],
  ...extra,
});
const importing = (rows: unknown, extra: object = {}) =>
  issuesOf(directory.importRoll.input.safeParse({ ...HERE, rows, ...extra }));

test.each<[string, object, string[]]>([
  ['as it should be', {}, []],
  ['no area', { area: undefined }, []],
  ['nobody named', { adults: [] }, []],
  ['a phone', { adults: [{ name: '王秀兰', phone: '19000000002' }] }, []],
  [
    'a phone of ten digits',
    { adults: [{ name: '王秀兰', phone: '1900000000' }] },
    ['rows.0.adults.0.phone: 请填写 11 位手机号'],
  ],
  [
    'a phone of a fixed line',
    { adults: [{ name: '王秀兰', phone: '05718888888' }] },
    ['rows.0.adults.0.phone: 请填写 11 位手机号'],
  ],
  ['a nameless adult', { adults: [{ name: ' ' }] }, ['rows.0.adults.0.name: 请填写姓名']],
  ['a name of 21 characters', { adults: [{ name: '长'.repeat(21) }] }, ['rows.0.adults.0.name: 姓名不能超过 20 个字']],
  ['no building', { building: '' }, ['rows.0.building: 请填写楼栋']],
  ['no unit', { unit: undefined }, ['rows.0.unit: 请填写单元']],
  ['a room of symbols', { room: '——' }, ['rows.0.room: 房号要有文字，不能只有表情或符号']],
])('a row of a roll with %s', (_, extra, issues) => {
  expect(importing([row(1, extra)])).toEqual(issues);
});

test.each([0, -1, 89.5, 100_000_001])('an area of %d is none: it is a whole number of 0.01 m²', (area) => {
  expect(importing([row(1, { area })])).toHaveLength(1);
});

test('an import has rows, no more than a chunk holds, and each door once', () => {
  expect(importing([])).toHaveLength(1);
  const full = Array.from({ length: CHUNK_ROWS + 1 }, (_, n) => row(n));
  expect(importing(full)).toEqual(['rows: 一次提交的户数太多，请分批提交']);
  expect(importing([row(1), row(2), row(1)])).toEqual(['rows: 同一户在一次提交中出现了两次']);
});

test('the same door written another way is the same door', () => {
  expect(importing([row(1), row(1, { building: '１号楼', unit: '１单元' })])).toEqual([
    'rows: 同一户在一次提交中出现了两次',
  ]);
});

test('phones are writes too: what one transaction cannot hold is refused, whatever the number of rows', () => {
  const phones = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(fc.array(phones, { minLength: 1, maxLength: CHUNK_ROWS }), (counts) => {
      const rows = counts.map((count, n) =>
        row(n, {
          adults: Array.from({ length: count }, (_, i) => ({
            name: '王秀兰',
            phone: String(13_000_000_000 + n * 10 + i),
          })),
        }),
      );
      const fits = writesOf(rows as never) <= CHUNK_WRITES;
      expect(importing(rows)).toEqual(fits ? [] : ['rows: 一次提交的电话太多，请分批提交']);
    }),
  );
});

test('a file is named by its hash, in lower case, and by nothing else', () => {
  expect(importing([row(1)], { fileHash: 'A'.repeat(64) })).toHaveLength(1);
  expect(importing([row(1)], { fileHash: 'a'.repeat(63) })).toHaveLength(1);
  expect(importing([row(1)], { fileName: '名册.xlsx' })).toEqual([': 不认识的字段：fileName']);
});

test('looking at an import first asks the same of it as importing does', () => {
  for (const rows of [[], [row(1)], [row(1), row(1)], [row(1, { room: '' })]])
    expect(issuesOf(directory.previewRoll.input.safeParse({ ...HERE, rows }))).toEqual(importing(rows));
  expect(directory.previewRoll).toMatchObject({ units: 0, ownRecord: true });
});
