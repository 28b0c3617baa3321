import fc from 'fast-check';
import { Cursor } from '@gongzhi/shared/kernel/page';
import { BadCursor, createCursors } from './cursor';

const cursors = createCursors('a pepper');
const key = fc.dictionary(fc.constantFrom('pk', 'sk', 'gpk', 'gsk'), fc.string(), { minKeys: 1 });
const sealed = (list: string, it: Record<string, unknown>) => cursors.seal(list, it) as string;

test('a cursor opens to the key it was made of', () => {
  fc.assert(fc.property(key, fc.string(), (it, list) => expect(cursors.open(list, sealed(list, it))).toEqual(it)));
});

test('the last page has no cursor, and the first page needs none', () => {
  expect(cursors.seal('list', undefined)).toBeUndefined();
  expect(cursors.open('list', undefined)).toBeUndefined();
});

test('a cursor in which one character was changed is refused', () => {
  fc.assert(
    fc.property(key, fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (it, at, other) => {
      const good = sealed('list', it);
      const i = at % good.length;
      fc.pre(good[i] !== other);
      expect(() => cursors.open('list', good.slice(0, i) + other + good.slice(i + 1))).toThrow(BadCursor);
    }),
    { numRuns: 1000 },
  );
});

test('a cursor that was cut, lengthened or invented is refused', () => {
  fc.assert(
    fc.property(key, fc.nat(), fc.string({ minLength: 1 }), (it, at, tail) => {
      const good = sealed('list', it);
      expect(() => cursors.open('list', good.slice(0, at % good.length))).toThrow(BadCursor);
      expect(() => cursors.open('list', good + tail)).toThrow(BadCursor);
      expect(() => cursors.open('list', tail)).toThrow(BadCursor);
    }),
    { numRuns: 500 },
  );
});

test('another spelling of the same bytes is refused too', () => {
  const good = sealed('list', { pk: 'a' });
  const [body = '', mac = ''] = good.split('.');
  for (const odd of [
    `${body}.${mac.slice(0, 3)}!${mac.slice(3)}`,
    `${body}.${mac}=`,
    `${good}.more`,
    `${body} .${mac}`,
  ]) {
    expect(() => cursors.open('list', odd)).toThrow(BadCursor);
  }
});

test('a cursor of one list does not open another, nor under another pepper', () => {
  const good = sealed('history|110101001001', { pk: 'a' });
  expect(() => cursors.open('history|110101001002', good)).toThrow(BadCursor);
  expect(() => createCursors('another').open('history|110101001001', good)).toThrow(BadCursor);
});

test('a cursor of our longest keys is within what the contract takes', () => {
  const longest = {
    pk: `110101001001#${'x'.repeat(43)}`,
    sk: 'event',
    gpk: `110101001001#${'x'.repeat(64)}`,
    gsk: `2026-11-23T08:00:00.000Z#${'0'.repeat(26)}`,
  };
  expect(Cursor.safeParse(sealed('list', longest)).success).toBe(true);
});
