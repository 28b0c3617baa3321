import fc from 'fast-check';
import { FIELD_TYPES, fieldTypeOf, fitText, fits, longestOf } from './fit';

const of = (letter: string, times: number) => letter.repeat(times);

test.each([
  ['thing1', of('楼', 20), true],
  ['thing1', of('楼', 21), false],
  ['thing1', of('😀', 20), true],
  ['thing1', of('😀', 21), false],
  ['thing1', '换\n行', false],
  ['thing1', '', false],
  ['thing1', '  ', false],
  ['number2', '12.5', true],
  ['number2', '十二', false],
  ['number2', of('1', 33), false],
  ['letter1', of('a', 32), true],
  ['letter1', 'a1', false],
  ['symbol1', '★★★★★', true],
  ['symbol1', '★★★★★★', false],
  ['symbol1', 'a', false],
  ['character_string3', 'No. 12-3', true],
  ['character_string3', '单号12', false],
  ['character_string3', of('x', 33), false],
  ['time1', '15:01', true],
  ['time1', '2019年10月1日 15:01', true],
  ['time1', '2019年10月1日 15:01~2019年10月1日 16:01', true],
  ['time1', '明天下午', false],
  ['date1', '2019年10月1日', true],
  ['date1', '2019-10-01', true],
  ['date1', '2019/10/01', true],
  ['date1', '2019.10.01~2019.10.03', true],
  ['date1', '15:01', false],
  ['amount1', '¥100.5', true],
  ['amount1', '12345678901', false],
  ['amount1', '3元', true],
  ['phone_number1', '+86-0766-66888866', true],
  ['phone_number1', of('1', 18), false],
  ['car_number1', '粤A8Z888挂', true],
  ['car_number1', '粤A8Z8888挂', false],
  ['name1', of('王', 10), true],
  ['name1', of('王', 11), false],
  ['name1', of('a', 20), true],
  ['name1', of('a', 21), false],
  ['name1', `王${of('a', 10)}`, false],
  ['phrase1', '进行中啦啊', true],
  ['phrase1', '进行中啦啊呀', false],
  ['phrase1', 'open', false],
  ['enum1', '已通过', true],
  ['nothing1', 'x', false],
  ['constructor', 'x', false],
])('%s %s: %p', (field, value, want) => expect(fits(field, value)).toBe(want));

test.each([
  ['a text that fits stays', 'thing1', '给 3 号楼装电梯', '给 3 号楼装电梯'],
  ['a long one is cut where it shows', 'thing1', of('楼', 25), `${of('楼', 19)}…`],
  ['an emoji is one', 'thing1', of('😀', 30), `${of('😀', 19)}…`],
  ['lines become one', 'thing1', '一楼\n二楼\t三楼', '一楼 二楼 三楼'],
  ['a phrase keeps its characters', 'phrase1', '“进行中”(3)', '进行中'],
  ['and five of them', 'phrase1', '议事会表决开始', '议事会表决'],
  ['an instant is the wall’s', 'time2', '2026-11-23T07:01:00.000Z', '2026年11月23日 15:01'],
  ['a day is a day', 'date2', '2026-11-23T07:01:00.000Z', '2026年11月23日'],
  ['a time in words is none', 'time2', '明天下午', ''],
  ['a number is what of it is one', 'number1', '共 12.5 小时', '12.5'],
  ['a number too long is not another number', 'number1', of('9', 40), ''],
  ['letters', 'letter1', '3号楼 A座', 'A'],
  ['symbols', 'symbol1', '五星 ★★★★★★', '★★★★★'],
  ['ascii', 'character_string1', '单号 No.12', 'No.12'],
  ['ascii, what was between left out', 'character_string1', 'a 楼\n1', 'a 1'],
  ['money', 'amount1', '合计 ¥20.50 元', '¥20.50'],
  ['a telephone', 'phone_number1', '电话：021-12345678', '021-12345678'],
  ['a plate', 'car_number1', '沪A12345678', '沪A123456'],
  ['a long name', 'name1', of('王', 12), of('王', 10)],
  ['nothing of it can stand there', 'phrase1', 'open', ''],
  ['no such type', 'nothing1', 'x', ''],
])('%s', (_, field, value, want) => expect(fitText(field, value)).toBe(want));

test('a cut leaves no half of a character of several', () => {
  const family = '👨‍👩‍👧';
  expect(fitText('thing1', `${of('楼', 17)}${family}${family}`)).toBe(`${of('楼', 17)}👨…`);
});

test('whatever comes out fits, or is nothing; what fits stays as it is', () => {
  const field = fc.constantFrom(...FIELD_TYPES.map((type) => `${type}1`));
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('楼', '1', 'a', '😀', '\n', ' ', '¥', '年', '~') }),
  );
  fc.assert(
    fc.property(field, value, (at, text) => {
      const out = fitText(at, text);
      expect(out === '' || fits(at, out)).toBe(true);
      expect(fitText(at, out)).toBe(out);
    }),
  );
});

test('a counter knows how much a field takes', () => {
  expect(['thing1', 'phrase2', 'name1', 'none'].map((field) => longestOf(field))).toEqual([20, 5, 20, 0]);
  expect(longestOf('name1', '王')).toBe(10);
  expect(fieldTypeOf('character_string12')).toBe('character_string');
});
