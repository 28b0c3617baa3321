import type { Storage } from '../kernel/platform/port';
import { pruned, readKept, writeKept, type KeptDay } from './kept-day';

const memory = (): Storage & { all: Map<string, string> } => {
  const all = new Map<string, string>();
  return {
    all,
    read: (key) => all.get(key),
    write: (key, value) => void all.set(key, value),
    remove: (key) => void all.delete(key),
  };
};
const day = {
  personId: 'me',
  at: '2026-11-27T02:00:00.000Z',
  ahead: -7_200_000,
  items: [{ shiftId: 's1', activityId: 'a1' }],
  passes: { s1: 'aa', gone: 'bb' },
  bring: { a1: '手套', gone: '水' },
} as unknown as KeptDay;

test('what is kept is read back by the same person in the same community, without what is over', () => {
  const storage = memory();
  writeKept(storage, '310110009001', day);
  expect(readKept(storage, '310110009001', 'me')).toEqual({ ...day, passes: { s1: 'aa' }, bring: { a1: '手套' } });
  expect(readKept(storage, '310110009001', 'another')).toBeUndefined();
  expect(readKept(storage, '310110009002', 'me')).toBeUndefined();
});

test.each(['', 'null', '{', '[]', '{"personId":"me"}'])('something broken (%j) is nothing kept', (text) => {
  const storage = memory();
  storage.write('volunteering-day 310110009001', text);
  expect(readKept(storage, '310110009001', 'me')).toBeUndefined();
});

test('keys of shifts that are over are dropped', () => expect(Object.keys(pruned(day).passes)).toEqual(['s1']));
