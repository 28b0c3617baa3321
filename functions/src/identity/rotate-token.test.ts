import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { newId } from '@gongzhi/shared/kernel/ids';
import { identity } from '@gongzhi/shared/identity/contract';
import { hashOf } from './repo-sessions';
import { firstToken, ownerOf, rotateToken, stepsBehind } from './rotate-token';

const PEPPER = 'a pepper';
const NOW = new Date('2026-11-23T08:00:00.000Z');
const newToken = () => firstToken(newId(NOW, randomBytes(16)), newId(NOW, randomBytes(16)));
const chain = (first: string, length: number) =>
  Array.from({ length }).reduce<string[]>((all) => [...all, rotateToken(PEPPER, all.at(-1) ?? '')], [first]);

test('a token names its person and session, and so does every later one', () => {
  const token = newToken();
  const [personId, sessionId] = token.split('.');
  for (const one of chain(token, 5)) expect(ownerOf(one)).toEqual({ personId, sessionId });
});

test('every token is of a length the contract takes', () => {
  for (const one of chain(newToken(), 3))
    expect(identity.refresh.input.safeParse({ refreshToken: one }).success).toBe(true);
});

test('no two tokens are the same, of one session or of two', () => {
  const all = [...chain(newToken(), 50), ...chain(newToken(), 50)];
  expect(new Set(all).size).toBe(all.length);
});

test('the next token hangs on the pepper as well as on the one before', () => {
  const token = newToken();
  expect(rotateToken(PEPPER, token)).toBe(rotateToken(PEPPER, token));
  expect(rotateToken('another', token)).not.toBe(rotateToken(PEPPER, token));
  expect(rotateToken(PEPPER, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).not.toBe(
    rotateToken(PEPPER, token),
  );
});

test('how far behind a token is, is known exactly', () => {
  const all = chain(newToken(), 20);
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (a, b) => {
      const [then, now] = [Math.min(a, b), Math.max(a, b)];
      expect(stepsBehind(PEPPER, all[then] ?? '', { hash: hashOf(all[now] ?? ''), generation: now })).toBe(now - then);
    }),
  );
});

test('a token that is ahead of the session, of another session or invented was never its own', () => {
  const all = chain(newToken(), 6);
  const session = { hash: hashOf(all[3] ?? ''), generation: 3 };
  for (const wrong of [all[4], all[6], newToken(), 'nonsense', ''])
    expect(stepsBehind(PEPPER, wrong ?? '', session)).toBeUndefined();
});

test('a session that has ended has no token', () => {
  const token = newToken();
  expect(stepsBehind(PEPPER, token, { generation: 0 })).toBeUndefined();
});

test('under another pepper an old token proves nothing', () => {
  const all = chain(newToken(), 3);
  expect(stepsBehind('another', all[0] ?? '', { hash: hashOf(all[3] ?? ''), generation: 3 })).toBeUndefined();
});

test.each([
  ['nothing', ''],
  ['words', 'hello'],
  ['two parts', 'a.b'],
  ['four parts', `${newToken()}.x`],
  ['a short secret', newToken().slice(0, -1)],
  ['a person who is no id', newToken().replace(/^.{26}/, 'person')],
  ['a session that is no id', newToken().replace(/\..{26}\./, '.person.')],
  ['a secret of other characters', `${newToken().slice(0, -1)}=`],
  ['a key of the table', newToken().replace(/^.{26}/, 'openid#aaaaaaaaaaaaaaaaaaaa')],
])('%s is no token', (_, text) => expect(ownerOf(text)).toBeUndefined());

test('whatever is sent, finding its owner never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(() => ownerOf(text)).not.toThrow()));
});
