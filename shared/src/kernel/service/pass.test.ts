import fc from 'fast-check';
import { isGenuine, ownCode, proofOf, readOwnCode, WINDOW_MS } from './pass';

const SHIFT = '01JD0000000000000000SHFT01';
const ME = '01JD0000000000000000PERS01';
const KEY = 'ab'.repeat(32);
const NOW = new Date('2026-11-27T10:00:10.000Z');
const at = { shiftId: SHIFT, personId: ME };

test('a code says whose it is, of which shift and when it was made, to half a minute', () => {
  const own = readOwnCode(ownCode(KEY, at, NOW))!;
  expect([own.shiftId, own.personId, own.at.toISOString()]).toEqual([SHIFT, ME, '2026-11-27T10:00:00.000Z']);
  expect(isGenuine(KEY, own)).toBe(true);
  expect(ownCode(KEY, at, NOW)).toBe(ownCode(KEY, at, new Date(NOW.getTime() + 19_000)));
  expect(ownCode(KEY, at, NOW)).not.toBe(ownCode(KEY, at, new Date(NOW.getTime() + WINDOW_MS)));
});

test('with any character changed, another key or another half minute it is not genuine', () => {
  const code = ownCode(KEY, at, NOW);
  fc.assert(
    fc.property(fc.nat({ max: code.length - 1 }), fc.constantFrom(...'0123456789abcdefXYZ.'), (i, c) => {
      const changed = code.slice(0, i) + c + code.slice(i + 1);
      fc.pre(changed !== code);
      const own = readOwnCode(changed);
      // whose it is and of which shift choose the key on the server, which is another then
      if (own && own.shiftId === SHIFT && own.personId === ME) expect(isGenuine(KEY, own)).toBe(false);
    }),
  );
  expect(isGenuine('cd'.repeat(32), readOwnCode(code)!)).toBe(false);
});

test.each([
  '',
  'GV1',
  'hello',
  'GZ1.abc.def',
  `GV1.${SHIFT}.${ME}.zz.${'0'.repeat(23)}`,
  `GV1.${SHIFT}.${ME.toLowerCase()}.zz.${'0'.repeat(24)}`,
])('%p is no code', (text) => expect(readOwnCode(text)).toBeUndefined());

test('a proof is of one scan: its way, its code, its instant and its key', () => {
  const scan = { way: 'in', code: 'GZ1.x.y', scannedAt: NOW.toISOString() };
  const proofs = [
    proofOf(KEY, scan),
    proofOf(KEY, { ...scan, way: 'out' }),
    proofOf(KEY, { ...scan, code: 'GZ1.x.z' }),
    proofOf(KEY, { ...scan, scannedAt: '2026-11-27T10:00:11.000Z' }),
    proofOf('cd'.repeat(32), scan),
  ];
  expect(new Set(proofs).size).toBe(5);
  expect(proofOf(KEY, scan)).toBe(proofs[0]);
});
