import { randomBytes } from 'node:crypto';
import { openOpenid, openidMac, sealOpenid } from './openid';

const KEY = Buffer.alloc(32, 1).toString('base64url');
const OTHER = Buffer.alloc(32, 2).toString('base64url');
const OPENID = 'oABC-def_0123456789';

test('a sealed openid opens with its key', () => {
  for (const openid of [OPENID, '', '开']) expect(openOpenid(KEY, sealOpenid(KEY, openid))).toBe(openid);
});

test('two seals of one openid share nothing, so they cannot be joined', () => {
  const [one, two] = [sealOpenid(KEY, OPENID), sealOpenid(KEY, OPENID)];
  expect(one.slice(0, 16)).not.toBe(two.slice(0, 16));
  expect(one).not.toContain(OPENID);
});

test('a seal does not open with another key', () => {
  expect(() => openOpenid(OTHER, sealOpenid(KEY, OPENID))).toThrow();
});

test('a seal of which any byte was changed, or any was cut off, does not open', () => {
  const sealed = Buffer.from(sealOpenid(KEY, OPENID), 'base64url');
  for (let i = 0; i < sealed.length; i += 1) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(() => openOpenid(KEY, changed.toString('base64url'))).toThrow();
    expect(() => openOpenid(KEY, sealed.subarray(0, i).toString('base64url'))).toThrow();
  }
});

test.each(['', 'short', randomBytes(31).toString('base64url'), randomBytes(33).toString('base64url')])(
  'a key of the wrong length is refused: %s',
  (key) => {
    expect(() => sealOpenid(key, OPENID)).toThrow('32 bytes');
    expect(() => openidMac(key, 'wx1', OPENID)).toThrow('32 bytes');
  },
);

test('the MAC is HMAC-SHA256 and stays the same', () => {
  expect(openidMac(KEY, 'wx0123456789abcdef', OPENID)).toMatch(/^[\w-]{43}$/);
  expect(openidMac(KEY, 'wx0123456789abcdef', OPENID)).toBe(openidMac(KEY, 'wx0123456789abcdef', OPENID));
});

test('another pepper, app or openid gives another MAC, however the letters are divided', () => {
  const all = [
    openidMac(KEY, 'wx1', '2o'),
    openidMac(OTHER, 'wx1', '2o'),
    openidMac(KEY, 'wx12', 'o'),
    openidMac(KEY, 'wx1', '2p'),
  ];
  expect(new Set(all).size).toBe(4);
});
