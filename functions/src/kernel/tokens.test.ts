import { makeKeys } from './test-door';
import { createVerifier, TOKEN } from './tokens';

const NOW = new Date('2026-11-23T02:00:00.000Z');
const PERSON = '01JD0000000000000000PERS10';
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const END = TOKEN.minutes * 60;

let keys: Awaited<ReturnType<typeof makeKeys>>;
beforeAll(async () => (keys = await makeKeys()));

/** Asks one verifier about a token again and again, so that all but the first answers may come from memory. */
const asked = async (token: string, ...at: Date[]) => {
  const verify = createVerifier(keys.jwks);
  const answers: unknown[] = [];
  for (const now of at) answers.push((await verify(token, now))?.personId);
  return answers;
};

test('a token says the same however often it comes', async () => {
  const token = await keys.sign(PERSON, { at: NOW });
  const verify = createVerifier(keys.jwks);
  const first = await verify(token, NOW);
  expect(first).toEqual({ personId: PERSON, sessionId: '01JD0000000000000000SESS10', issuedAt: NOW.getTime() / 1000 });
  expect(await verify(token, after(60))).toEqual(first);
});

test.each([[0], [60]])('a token first seen after %d seconds ends at its end, not a second later', async (seen) => {
  const token = await keys.sign(PERSON, { at: NOW });
  const last = END + TOKEN.clockToleranceSeconds;
  expect(await asked(token, after(seen), after(last - 1), after(last), after(last + 3600))).toEqual([
    PERSON,
    PERSON,
    undefined,
    undefined,
  ]);
  // the same without memory
  expect([await asked(token, after(last - 1)), await asked(token, after(last))]).toEqual([[PERSON], [undefined]]);
});

test.each([
  [
    'another signature',
    (token: string) => `${token.slice(0, -8)}${token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`,
  ],
  ['another payload', (token: string) => token.replace(/\.(.)/, (_, c: string) => `.${c === 'e' ? 'f' : 'e'}`)],
  ['no signature', (token: string) => token.slice(0, token.lastIndexOf('.') + 1)],
])('a good token that was seen lets none in with %s', async (_, change) => {
  const verify = createVerifier(keys.jwks);
  const token = await keys.sign(PERSON, { at: NOW });
  expect((await verify(token, NOW))?.personId).toBe(PERSON);
  expect(await verify(change(token), NOW)).toBeUndefined();
});

test('what was refused once is not remembered as good', async () => {
  const stranger = await makeKeys();
  const token = await stranger.sign(PERSON, { at: NOW });
  expect(await asked(token, NOW, NOW)).toEqual([undefined, undefined]);
});

test('more tokens than are remembered are all still told apart', async () => {
  const verify = createVerifier(keys.jwks);
  const tokens = await Promise.all(Array.from({ length: 1_005 }, (_, i) => keys.sign(`p${i}`, { at: NOW })));
  for (const token of tokens) await verify(token, NOW);
  const told = await Promise.all([0, 4, 500, 1_004].map((i) => verify(tokens[i] ?? '', NOW)));
  expect(told.map((claims) => claims?.personId)).toEqual(['p0', 'p4', 'p500', 'p1004']);
});
