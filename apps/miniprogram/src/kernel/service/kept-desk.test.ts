import { createHmac } from 'node:crypto';
import type { Storage } from '../platform/port';
import { codeAt, readDeskKept, writeDeskKept, type KeptDesk } from './kept-desk';

const memory = (): Storage => {
  const all = new Map<string, string>();
  return {
    read: (key) => all.get(key),
    write: (key, value) => void all.set(key, value),
    remove: (key) => void all.delete(key),
  };
};
const desk = (shiftId: string, personId = 'me') =>
  ({ personId, shift: { shiftId }, codes: ['x'], firstWindow: 1 }) as unknown as KeptDesk;

test('the last three shifts prepared by this person are kept', () => {
  const storage = memory();
  for (const shiftId of ['a', 'b', 'c', 'd', 'b']) writeDeskKept(storage, desk(shiftId));
  const kept = ['a', 'b', 'c', 'd'].filter((shiftId) => readDeskKept(storage, shiftId, 'me'));
  expect(kept).toEqual(['b', 'c', 'd']);
  expect(readDeskKept(storage, 'b', 'another')).toBeUndefined();
  writeDeskKept(storage, desk('z', 'another'));
  expect(readDeskKept(storage, 'b', 'me')).toBeUndefined();
});

test.each(['', '{', '{}', '[null,1]'])('something broken (%j) is nothing kept', (text) => {
  const storage = memory();
  storage.write('service-desks', text);
  expect(readDeskKept(storage, 'b', 'me')).toBeUndefined();
});

test('the code shown is that of its half minute, as the server would write it', () => {
  const firstWindow = 58_000_000;
  const mac = (n: number) =>
    createHmac('sha256', 'secret').update(String(n)).digest().subarray(0, 18).toString('base64url');
  const codes = [0, 1].map((n) => `${mac(n)}00000${n}`);
  const at = (ms: number) => codeAt({ firstWindow, codes }, new Date(firstWindow * 30_000 + ms));
  expect(at(0)).toEqual({ text: `GZ1.${firstWindow.toString(36)}.${mac(0)}`, digits: '000000' });
  expect(at(29_999)).toEqual(at(0));
  expect(at(30_000)).toEqual({ text: `GZ1.${(firstWindow + 1).toString(36)}.${mac(1)}`, digits: '000001' });
  expect([at(-1), at(60_000)]).toEqual([undefined, undefined]);
});
