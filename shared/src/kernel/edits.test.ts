import './zod';
import * as z from 'zod/mini';
import { mayMiss, placesIn, slipsIn, takesWords, withAt } from './test-edits';

/** The helper by which other tests look for room in shapes finds the room there is. */
const open = z.object({ id: z.int(), by: z.strictObject({ name: z.string(), since: z.optional(z.int()) }) });
const good = { id: 1, by: { name: '甲', since: 2 } };

test('every place has its path, and only the place at the path is changed', () => {
  const value = { id: 1, items: [{ name: '甲' }, { name: '乙' }] };
  expect(placesIn(value).map(([path]) => path)).toEqual([
    ...['', 'id', 'items', 'items.0', 'items.0.name', 'items.1', 'items.1.name'],
  ]);
  expect(withAt(value, 'items.1.name', '丙')).toEqual({ id: 1, items: [{ name: '甲' }, { name: '丙' }] });
  expect(withAt(value, 'id', undefined)).toEqual({ items: value.items });
  expect(value).toEqual({ id: 1, items: [{ name: '甲' }, { name: '乙' }] });
});

test('a loose shape, a field that may be missed and one for words are all found', () => {
  expect(slipsIn(open, good, ['phone'])).toEqual(['phone']);
  expect(slipsIn(z.strictObject({ id: z.int(), by: z.looseObject({}) }), good, ['phone'])).toEqual(['by.phone']);
  expect(slipsIn(z.strictObject(open.shape), good, ['phone'])).toEqual([]);
  expect(mayMiss(open, good)).toEqual(['by.since']);
  expect(takesWords(open, good)).toEqual(['by.name']);
});
