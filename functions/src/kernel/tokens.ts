import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import type { Claims } from './caller';

/** Fixed for every token of this deployment; checked on each request. */
export const TOKEN = {
  issuer: 'gongzhi',
  audience: 'gongzhi-api',
  type: 'at+jwt',
  algorithm: 'EdDSA',
  minutes: 15,
  clockToleranceSeconds: 5,
} as const;

export type VerifyToken = (token: string, now: Date) => Promise<Claims | undefined>;

/** Tokens whose signature was found good and that are remembered: some 600 bytes each. */
const KEPT = 1_000;

interface Good {
  claims: Claims;
  /** Epoch seconds. */
  expires: number;
}

/**
 * Verifies an access token against configured public keys only; anything wrong with it is `undefined`, never a reason.
 * A phone sends the same token for fifteen minutes: its signature, which cannot change, is checked once in a process (a
 * fifth of what a read costs), its end on every request. What the token does not say (roles, sessions ended) is not kept.
 */
export const createVerifier = (jwks: string): VerifyToken => {
  const keys = createLocalJWKSet(JSON.parse(jwks) as JSONWebKeySet);
  const kept = new Map<string, Good>();
  const keep = (token: string, good: Good) => {
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(token, good);
  };
  return async (token, now) => {
    const known = kept.get(token);
    if (known) return now.getTime() / 1000 < known.expires + TOKEN.clockToleranceSeconds ? known.claims : undefined;
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [TOKEN.algorithm],
        issuer: TOKEN.issuer,
        audience: TOKEN.audience,
        typ: TOKEN.type,
        clockTolerance: TOKEN.clockToleranceSeconds,
        currentDate: now,
        requiredClaims: ['sub', 'sid', 'iat', 'exp'],
      });
      const claims = {
        personId: payload.sub as string,
        sessionId: payload['sid'] as string,
        issuedAt: payload.iat as number,
      };
      keep(token, { claims, expires: payload.exp as number });
      return claims;
    } catch {
      return undefined;
    }
  };
};
