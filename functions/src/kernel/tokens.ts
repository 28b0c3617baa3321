import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import type { Claims } from './caller';

/** Fixed for every token of this deployment; checked on each request. */
export const TOKEN = { issuer: 'gongzhi', audience: 'gongzhi-api', type: 'at+jwt', algorithm: 'EdDSA', minutes: 15, clockToleranceSeconds: 5 } as const;

export type VerifyToken = (token: string, now: Date) => Promise<Claims | undefined>;

/** Verifies an access token against configured public keys only; anything wrong with it is `undefined`, never a reason. */
export const createVerifier = (jwks: string): VerifyToken => {
  const keys = createLocalJWKSet(JSON.parse(jwks) as JSONWebKeySet);
  return async (token, now) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [TOKEN.algorithm], issuer: TOKEN.issuer, audience: TOKEN.audience, typ: TOKEN.type,
        clockTolerance: TOKEN.clockToleranceSeconds, currentDate: now, requiredClaims: ['sub', 'sid', 'iat', 'exp'],
      });
      return { personId: payload.sub as string, sessionId: payload['sid'] as string, issuedAt: payload.iat as number };
    } catch {
      return undefined;
    }
  };
};
