import { createHmac, randomBytes } from 'node:crypto';
import { Id } from '@gongzhi/shared/kernel/ids';
import { hashOf, type SessionItem } from './repo-sessions';

/**
 * A refresh token is `<personId>.<sessionId>.<secret>`; the secret is 32 bytes in base64url. The first one is random and
 * each later one is the HMAC of the one before under the pepper. Only the hash of the current one is stored, yet
 * - the successor of a presented token can be computed again, so a phone that lost an answer is given the same one;
 * - any earlier token of the session can be told from an invented one by walking on from it, so reuse is proven;
 * - neither the table alone nor a stolen token alone gives the next token.
 */
export const firstToken = (personId: string, sessionId: string): string =>
  `${personId}.${sessionId}.${randomBytes(32).toString('base64url')}`;

/** Whose and which session's token this says it is; undefined when it has not the form of one. */
export const ownerOf = (token: string): { personId: string; sessionId: string } | undefined => {
  const [personId = '', sessionId = '', secret = '', ...more] = token.split('.');
  const wellFormed =
    Id.safeParse(personId).success &&
    Id.safeParse(sessionId).success &&
    /^[\w-]{43}$/.test(secret) &&
    more.length === 0;
  return wellFormed ? { personId, sessionId } : undefined;
};

/** The token that follows this one. */
export const rotateToken = (pepper: string, token: string): string =>
  `${token.slice(0, token.lastIndexOf('.'))}.${createHmac('sha256', pepper).update(`refresh|${token}`).digest('base64url')}`;

/** Rotations since `token` was the session's current one: 0 when it is; undefined when it never was. */
export const stepsBehind = (
  pepper: string,
  token: string,
  { hash, generation }: Pick<SessionItem, 'hash' | 'generation'>,
): number | undefined => {
  let then = token;
  for (let behind = 0; behind <= generation; behind += 1) {
    if (hashOf(then) === hash) return behind;
    then = rotateToken(pepper, then);
  }
  return undefined;
};
