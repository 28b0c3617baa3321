import fc from 'fast-check';
import { doorKey, doorLabel, doorText, plain, type Door } from './door-key';

const at = (building: string, unit = '1', room = '101'): Door => ({ building, unit, room });
const order = (doors: readonly Door[]) =>
  [...doors].sort((a, b) => (doorText(a) < doorText(b) ? -1 : 1)).map(doorLabel);

test.each([
  ['3', '3栋'],
  ['3', '3号楼'],
  ['3', '3幢'],
  ['3', '３号楼'],
  ['3', ' 3 号 楼 '],
  ['3', '03'],
  ['3', '第3栋'],
  ['3', '三号楼'],
  ['3', '3#'],
  ['12', '十二栋'],
  ['20', '二十号楼'],
  ['10', '十栋'],
  ['35', '三十五幢'],
  ['A', 'a座'],
  ['A1', 'Ａ１栋'],
  ['桂花苑3', '桂花苑3号楼'],
  ['3', '3\u200b栋'],
])('building %s is also written %s', (one, other) => {
  expect(doorText(at(one))).toBe(doorText(at(other)));
});

test.each([
  ['2', '2单元', '502', '502室'],
  ['2', '二单元', '502', '0502'],
  ['2', '2门', '502', '５０２'],
  ['2', '2号', '502', '502号房'],
])('unit %s room %s is also written %s %s', (unit, unitToo, room, roomToo) => {
  expect(doorText(at('1', unit, room))).toBe(doorText(at('1', unitToo, roomToo)));
});

test.each([
  [at('3'), at('13')],
  [at('3'), at('30')],
  [at('一二'), at('十二')],
  [at('1', '1', '502'), at('1', '1', '502A')],
  [at('1', '12', '3'), at('1', '1', '23')],
  [at('桂花苑3'), at('兰花苑3')],
  [at('楼'), at('栋')],
  [at('1', '1#2', '3'), at('1', '1', '2#3')],
])('%p and %p are two doors', (one, other) => {
  expect(doorText(one)).not.toBe(doorText(other));
});

test('text order is the order of the doors', () => {
  expect(
    order([
      at('10'),
      at('2'),
      at('1', '10'),
      at('1', '2', '1001'),
      at('1', '2', '502'),
      at('1', '2', '502A'),
      at('A座'),
    ]),
  ).toEqual([
    '1号楼2单元502室',
    '1号楼2单元502A室',
    '1号楼2单元1001室',
    '1号楼10单元101室',
    '2号楼1单元101室',
    '10号楼1单元101室',
    'A座1单元101室',
  ]);
});

const numbered = fc.record({
  building: fc.integer({ min: 1, max: 9999 }),
  unit: fc.integer({ min: 1, max: 99 }),
  room: fc.integer({ min: 1, max: 99_999 }),
});
const written = (n: { building: number; unit: number; room: number }): Door => ({
  building: `${n.building}栋`,
  unit: `${n.unit}单元`,
  room: `${n.room}室`,
});

test('numbers compare as numbers, whatever their length', () => {
  fc.assert(
    fc.property(numbered, numbered, (a, b) => {
      const want = a.building - b.building || a.unit - b.unit || a.room - b.room;
      const [x, y] = [doorText(written(a)), doorText(written(b))];
      expect(Math.sign(x < y ? -1 : x > y ? 1 : 0)).toBe(Math.sign(want));
    }),
  );
});

test('a key is stable however the door is spaced or widened, and its parts hold one separator', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((t) => /[\p{L}\p{N}]/u.test(t));
  fc.assert(
    fc.property(text, text, text, (building, unit, room) => {
      const spaced = { building: ` ${building}　`, unit: `${unit} `, room: ` ${room}` };
      expect(doorText(spaced)).toBe(doorText({ building, unit, room }));
      const key = doorKey(spaced);
      expect(key.building).not.toContain('#');
      expect(key.door.split('#')).toHaveLength(2);
    }),
  );
});

test.each([
  [at('3', '2', '502'), '3号楼2单元502室'],
  [at('3栋', '2门', '502'), '3栋2门502室'],
  [at('A', '1', '3-2'), 'A号楼1单元3-2室'],
  [at('桂花苑3幢', '一单元', '底楼'), '桂花苑3幢一单元底楼'],
])('%p is said %s', (door, want) => expect(doorLabel(door)).toBe(want));

test('plain text has no width, space or case', () => {
  expect(plain(' Ａｂ　１２ \ufeff')).toBe('AB12');
});
