import fc from 'fast-check';
import * as z from 'zod/mini';
import { Cursor, PAGE_SIZE, pageOf, type PageOf } from './page';

const Names = pageOf(z.strictObject({ name: z.string() }));

test('a page of any list has twenty items', () => expect(PAGE_SIZE).toBe(20));

test.each([
  ['the last page, without next', { items: [] }, true],
  ['a page with a cursor', { items: [{ name: '甲' }], next: 'abc' }, true],
  ['an empty cursor', { items: [], next: '' }, false],
  ['a page without items', { next: 'abc' }, false],
  ['an item of another shape', { items: [{ title: '甲' }] }, false],
  ['an item with a field more', { items: [{ name: '甲', phone: '1' }] }, false],
  ['a page with a field more', { items: [], total: 3 }, false],
])('%s', (_, page, want) => expect(Names.safeParse(page).success).toBe(want));

test('a cursor has between 1 and 512 characters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (length) => {
      expect(Cursor.safeParse('x'.repeat(length)).success).toBe(length >= 1 && length <= 512);
    }),
  );
});

test('the type and the shape of a page are the same', () => {
  const page: PageOf<{ name: string }> = Names.parse({ items: [{ name: '乙' }] });
  expect(page.next).toBeUndefined();
});
