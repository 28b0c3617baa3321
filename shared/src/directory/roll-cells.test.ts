import fc from 'fast-check';
import { readArea, readNames, readPhone, readPhones, readPlace } from './roll-cells';
import { cleanCell } from './roll-grid';

const area = (text: string) => readArea(cleanCell(text));

test.each([
  ['88.5', 8_850],
  ['88.50㎡', 8_850],
  ['１２０', 12_000],
  ['1,200.5', 120_050],
  ['88.567', 8_857],
  ['88.55000000000001', 8_855],
  ['90 平方米', 9_000],
  ['90平', 9_000],
  ['0.01', 1],
  ['1000000', 100_000_000],
])('area %p is %p hundredths of a square metre', (text, want) => expect(area(text)).toEqual({ value: want }));

test.each(['', '-', '无', '不详', '/'])('area %p is none', (text) => expect(area(text)).toEqual({ value: undefined }));

test.each([
  ['八十八', '面积“八十八”不是数字'],
  ['88.5.1', '面积“88.5.1”不是数字'],
  ['-3', '面积“-3”不是数字'],
  ['0', '面积要大于 0'],
  ['0.001', '面积要大于 0'],
  ['1000000.01', '面积“1000000.01”太大，请核对单位是不是平方米'],
])('area %p is refused: %s', (text, wrong) => expect(area(text)).toEqual({ wrong }));

test('any area to two decimals is read exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (hundredths) => {
      const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
      expect(area(text)).toEqual({ value: hundredths });
    }),
  );
});

test.each([
  '13800138000',
  '138 0013 8000',
  '138-0013-8000',
  '+86 13800138000',
  '8613800138000',
  '0086-138-0013-8000',
  '１３８００１３８０００',
  '13800138000.0',
])('phone %p is 13800138000', (text) => expect(readPhone(cleanCell(text))).toEqual({ value: '13800138000' }));

test.each([
  ['021-54321234', '电话“021-54321234”不是 11 位手机号（座机请留空）'],
  ['1380013800', '电话“1380013800”不是 11 位手机号（座机请留空）'],
  ['1.38E+10', '电话“1.38E+10”被表格软件写成了科学计数，请把这一列的格式改为“文本”后重填'],
])('phone %p is refused', (text, wrong) => expect(readPhone(text)).toEqual({ wrong }));

test.each([
  ['张三', ['张三']],
  ['张三、李四', ['张三', '李四']],
  ['张三，李四;王五/赵六', ['张三', '李四', '王五', '赵六']],
  ['张三\n李四', ['张三', '李四']],
  ['王  芳', ['王芳']],
  ['张三 李四', ['张三', '李四']],
  ['Anna Schmidt', ['Anna Schmidt']],
  ['阿依古丽·买买提', ['阿依古丽·买买提']],
  ['', []],
  ['空置', []],
  ['无', []],
  ['张三、', ['张三']],
])('names %p are %p', (text, want) =>
  expect(readNames(cleanCell(text))).toEqual({ value: want.map((name) => ({ name })) }),
);

test('a phone written behind a name is taken from it', () => {
  const want = {
    value: [
      { name: '张三', phone: '13800138000' },
      { name: '李四', phone: '13900139000' },
    ],
  };
  expect(readNames(cleanCell('张三 13800138000、李四（139-0013-9000）'))).toEqual(want);
  expect(readNames(cleanCell('张三：13800138000，李四13900139000'))).toEqual(want);
});

test.each([
  ['12345', '姓名“12345”里没有文字'],
  ['名'.repeat(21), '姓名超过 20 个字'],
  ['张三、？？', '姓名“??”里没有文字'],
  [Array.from({ length: 13 }, (_, i) => `甲${i}`).join('、'), '一户最多 12 位成年人'],
])('names %p are refused: %s', (text, wrong) => expect(readNames(cleanCell(text))).toEqual({ wrong }));

const couple = [{ name: '张三' }, { name: '李四' }];
test.each([
  ['13800138000', [{ name: '张三', phone: '13800138000' }, { name: '李四' }]],
  [
    '13800138000、13900139000',
    [
      { name: '张三', phone: '13800138000' },
      { name: '李四', phone: '13900139000' },
    ],
  ],
  [
    '13800138000 13900139000',
    [
      { name: '张三', phone: '13800138000' },
      { name: '李四', phone: '13900139000' },
    ],
  ],
  ['', couple],
  ['无', couple],
])('phones %p belong to the adults in order', (text, want) =>
  expect(readPhones(text, couple)).toEqual({ value: want }),
);

test.each([
  ['13800138000、13900139000、13700137000', couple, '有 3 个电话，但只有 2 个姓名'],
  ['13800138000', [], '有电话，但没有填姓名'],
  ['13800138000、12', couple, '电话“12”不是 11 位手机号（座机请留空）'],
])('phones %p beside %p are refused', (text, adults, wrong) => expect(readPhones(text, adults)).toEqual({ wrong }));

test.each([
  ['3 号 楼', { value: '3号楼' }],
  ['', { wrong: '楼栋没有填' }],
  ['——', { wrong: '楼栋“——”里没有文字或数字' }],
  ['楼'.repeat(21), { wrong: '楼栋超过 20 个字' }],
])('place %p', (text, want) => expect(readPlace(text, '楼栋')).toEqual(want));

test('whatever a cell holds, it is read or refused with a sentence, and reading what was read changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const cell = cleanCell(text);
      expect(cleanCell(cell)).toBe(cell);
      const reads: { value?: unknown; wrong?: string }[] = [
        readArea(cell),
        readPhone(cell),
        readNames(cell),
        readPhones(cell, couple),
        readPlace(cell, '房号'),
      ];
      for (const read of reads) expect('value' in read || (read.wrong ?? '').length > 3).toBe(true);
      const names = readNames(cell);
      if ('value' in names) for (const { name } of names.value) expect(readNames(name)).toEqual({ value: [{ name }] });
    }),
  );
});
