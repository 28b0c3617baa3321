import type { Storage } from './platform/port';
import { isFresh, makeSessions } from './session';

const memory = (kept: Record<string, string> = {}): Storage & { kept: Record<string, string> } => ({
  kept,
  read: (key) => kept[key],
  write: (key, value) => {
    kept[key] = value;
  },
  remove: (key) => {
    delete kept[key];
  },
});
const tokens = { personId: 'me', accessToken: 'a', refreshToken: 'r' };

test('a session survives closing the app', () => {
  const storage = memory();
  makeSessions(storage).keep(tokens, 1000);
  expect(makeSessions(storage).get()).toEqual({ ...tokens, obtainedAt: 1000 });
});

test('only what is needed is kept on the device', () => {
  const storage = memory();
  makeSessions(storage).keep({ ...tokens, ...{ phone: '13800138000' } }, 1000);
  expect(storage.kept.session).not.toContain('138');
});

test('signing out forgets it and tells the pages', () => {
  const storage = memory();
  const sessions = makeSessions(storage);
  sessions.keep(tokens, 1000);
  const told = jest.fn();
  sessions.subscribe(told);
  sessions.end();
  expect([sessions.get(), storage.kept, told.mock.calls.length]).toEqual([undefined, {}, 1]);
});

test.each(['', '{', 'null', '{"personId":"me"}', '[]'])(
  'what lies in storage and is no session (%s) is signed out',
  (text) => {
    expect(makeSessions(memory({ session: text })).get()).toBeUndefined();
  },
);

test('a token is fresh for fourteen minutes, and never when the clock went back', () => {
  const session = { ...tokens, obtainedAt: 1_000_000 };
  expect([0, 13 * 60_000, 14 * 60_000, -1].map((ms) => isFresh(session, 1_000_000 + ms))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
