import { decodeJwt } from 'jose';
import { Tokens } from '@gongzhi/shared/identity/contract';
import { makeKeys } from '../kernel/test-door';
import { createVerifier } from '../kernel/tokens';
import { createSigner, issueTokens } from './issue-tokens';
import type { SessionItem } from './repo-sessions';

const PERSON = '01M83PPHFM3SJ3SVQNB4BFBTDS';
const AT = Date.UTC(2026, 10, 23, 8, 0, 0, 999);
const session: SessionItem = {
  pk: PERSON,
  sk: 'session#01M83PPHFMKZ2JVSG1M4CZ7C6B',
  hash: 'h',
  generation: 0,
  startedAt: AT,
  rotatedAt: AT,
  validFrom: 0,
  expiresAt: 1_798_012_800,
};

const issued = async (more: Partial<SessionItem> = {}) => {
  const keys = await makeKeys();
  const tokens = await issueTokens(await createSigner(keys), { ...session, ...more }, 'the-refresh-token-as-given');
  return { tokens, verify: createVerifier(keys.jwks) };
};

test('the tokens are those of the contract', async () => {
  const { tokens } = await issued();
  expect(Tokens.parse(tokens)).toEqual({
    accessToken: expect.any(String) as string,
    accessExpiresAt: '2026-11-23T08:15:00.000Z',
    refreshToken: 'the-refresh-token-as-given',
    refreshExpiresAt: '2026-12-23T08:00:00.000Z',
    personId: PERSON,
  });
});

test('what identity signs every function accepts, until its end and the tolerance of the clocks', async () => {
  const { tokens, verify } = await issued();
  const claims = { personId: PERSON, sessionId: '01M83PPHFMKZ2JVSG1M4CZ7C6B', issuedAt: Math.floor(AT / 1000) };
  expect(await verify(tokens.accessToken, new Date(AT))).toEqual(claims);
  const end = Date.parse(tokens.accessExpiresAt);
  expect(await verify(tokens.accessToken, new Date(end + 4_000))).toEqual(claims);
  expect(await verify(tokens.accessToken, new Date(end + 6_000))).toBeUndefined();
});

test('the same session gives the same tokens, byte for byte', async () => {
  const sign = await createSigner(await makeKeys());
  const twice = [await issueTokens(sign, session, 'r'), await issueTokens(sign, session, 'r')];
  expect(twice[0]).toEqual(twice[1]);
});

test.each([
  [0, Math.floor(AT / 1000)],
  [Math.floor(AT / 1000), Math.floor(AT / 1000)],
  [Math.floor(AT / 1000) + 1, Math.floor(AT / 1000) + 1],
])('where tokens are valid from %i a token is dated %i', async (validFrom, issuedAt) => {
  const { tokens, verify } = await issued({ validFrom });
  expect(decodeJwt(tokens.accessToken).iat).toBe(issuedAt);
  expect(await verify(tokens.accessToken, new Date(AT))).toMatchObject({ issuedAt });
});

test('a token tells nothing of a person but an id', async () => {
  const { tokens } = await issued();
  expect(Object.keys(decodeJwt(tokens.accessToken)).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
});
