import { fieldOf, isHeaderRow } from './header-words';
import { findHeader } from './roll-header';

test.each([
  ['building', ['楼栋', '楼号', '幢', '幢号', '栋', '楼 栋', '楼栋号', '*楼栋（必填）', '楼座', '楼']],
  ['unit', ['单元', '单元号', '门', '门栋', '梯']],
  ['room', ['房号', '室', '室号', '房间号', '门牌号', '户号', '房 号', '房屋编号']],
  ['area', ['面积', '建筑面积', '建筑面积(㎡)', '建筑面积（平方米）', '产权面积', '面积㎡', '房屋建筑面积']],
  [
    'name',
    [
      '姓名',
      '户主',
      '户主姓名',
      '成年人',
      '成年人1',
      '成年人二',
      '业主',
      '业主姓名',
      '产权人姓名',
      '家庭成员',
      '居民姓名',
      '姓名：',
    ],
  ],
  ['phone', ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '业主电话', '电话2', '联系电话（选填）']],
] as const)('%s is named by %p', (field, words) => {
  expect(words.map(fieldOf)).toEqual(words.map(() => field));
});

test.each([
  '备注',
  '序号',
  '身份证号',
  '与户主关系',
  '套内面积',
  '住户名单',
  '小区',
  '社区名称',
  '',
  '88.5',
  '张三',
  '3栋',
  '楼层',
  '户数',
  '性别',
])('%p names no field', (word) => expect(fieldOf(word)).toBeUndefined());

test('one row of words is the header', () => {
  expect(
    findHeader([
      ['楼栋', '单元', '房号', '面积', '姓名', '电话'],
      ['1', '1', '101'],
    ]),
  ).toEqual({
    dataFrom: 1,
    columns: [
      { field: 'building', column: 0 },
      { field: 'unit', column: 1 },
      { field: 'room', column: 2 },
      { field: 'area', column: 3 },
      { field: 'name', column: 4 },
      { field: 'phone', column: 5 },
    ],
  });
});

const names = (rows: string[][]) => {
  const found = findHeader(rows);
  return 'missing' in found
    ? found
    : [found.dataFrom, ...found.columns.map(({ field, column }) => `${field}@${column}`)];
};

test.each<[string, string[][], (number | string)[]]>([
  [
    'a title over it',
    [
      ['某社区住户名册', '', ''],
      ['楼栋', '房号', '姓名'],
      ['1', '101', '甲'],
    ],
    [2, 'building@0', 'room@1', 'name@2'],
  ],
  [
    'a title merged over all columns',
    [
      ['住户', '住户', '住户'],
      ['楼栋', '房号', '姓名'],
    ],
    [2, 'building@0', 'room@1', 'name@2'],
  ],
  [
    'groups above, cells below them empty',
    [
      ['楼栋', '房号', '住户信息', ''],
      ['', '', '姓名', '电话'],
      ['1', '101', '甲', ''],
    ],
    [2, 'building@0', 'room@1', 'name@2', 'phone@3'],
  ],
  [
    'groups above, merged cells filled',
    [
      ['楼栋', '房号', '住户', '住户', '住户'],
      ['楼栋', '房号', '姓名', '电话', '备注'],
      ['1', '101'],
    ],
    [2, 'building@0', 'room@1', 'name@2', 'phone@3'],
  ],
  [
    'a group over the doors',
    [
      ['房屋信息', '', '姓名'],
      ['楼栋', '房号', ''],
      ['1', '101', '甲'],
    ],
    [2, 'building@0', 'room@1', 'name@2'],
  ],
  [
    'fields in another order',
    [['姓名', '电话', '房号', '单元', '楼栋']],
    [1, 'name@0', 'phone@1', 'room@2', 'unit@3', 'building@4'],
  ],
  [
    'several adults and phones',
    [['楼栋', '房号', '成年人1', '电话1', '成年人2', '电话2']],
    [1, 'building@0', 'room@1', 'name@2', 'phone@3', 'name@4', 'phone@5'],
  ],
  [
    'a second column of a field that is one',
    [['楼栋', '房号', '建筑面积', '产权面积']],
    [1, 'building@0', 'room@1', 'area@2'],
  ],
])('a header with %s is found', (_, rows, want) => expect(names(rows)).toEqual(want));

test.each<[string, string[][], string[]]>([
  ['nothing', [], ['房号']],
  ['no room', [['楼栋', '姓名']], ['房号']],
  ['no building', [['单元', '房号']], ['楼栋']],
  ['a header below the twentieth row', [...Array.from({ length: 20 }, () => ['x']), ['楼栋', '房号']], ['房号']],
])('of %s it is said what is missing', (_, rows, missing) => expect(findHeader(rows)).toEqual({ missing }));

test('a row that says mostly names of fields is a header; a household is not', () => {
  expect(isHeaderRow(['楼栋', '房号', '备注', ''])).toBe(true);
  expect(isHeaderRow(['3栋', '502', '户主', '张三'])).toBe(false);
  expect(isHeaderRow(['', ''])).toBe(false);
});
