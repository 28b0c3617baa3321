import type { Storage } from '../../kernel/platform/port';
import { dropVisitKept, readVisitKept, writeVisitKept, type KeptVisit } from './kept-visit';

const memory = (): Storage => {
  const all = new Map<string, string>();
  return {
    read: (key) => all.get(key),
    write: (key, value) => void all.set(key, value),
    remove: (key) => void all.delete(key),
  };
};
const visit = (wishId: string, personId = 'me') =>
  ({ personId, inside: { wishId, door: '3-201' }, key: 'k', ahead: 0 }) as unknown as KeptVisit;

test('the last three visits of this person are kept, and nobody else’s', () => {
  const storage = memory();
  for (const wishId of ['a', 'b', 'c', 'd', 'b']) writeVisitKept(storage, visit(wishId));
  expect(['a', 'b', 'c', 'd'].filter((wishId) => readVisitKept(storage, wishId, 'me'))).toEqual(['b', 'c', 'd']);
  expect(readVisitKept(storage, 'b', 'another')).toBeUndefined();
  writeVisitKept(storage, visit('z', 'another'));
  expect(readVisitKept(storage, 'b', 'me')).toBeUndefined();
});

test('a door is not kept longer than the claim', () => {
  const storage = memory();
  dropVisitKept(storage, 'a', 'me');
  for (const wishId of ['a', 'b']) writeVisitKept(storage, visit(wishId));
  dropVisitKept(storage, 'a', 'me');
  expect([readVisitKept(storage, 'a', 'me'), readVisitKept(storage, 'b', 'me')?.key]).toEqual([undefined, 'k']);
});

test.each(['', '{', '{}', '[null,1]'])('something broken (%j) is nothing kept', (text) => {
  const storage = memory();
  storage.write('wishes-visits', text);
  expect(readVisitKept(storage, 'b', 'me')).toBeUndefined();
});
