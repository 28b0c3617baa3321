import { importJWK, SignJWT, type JWK } from 'jose';
import type { Tokens } from '@gongzhi/shared/identity/contract';
import { TOKEN } from '../kernel/tokens';
import type { SessionItem } from './repo-sessions';

/** The signing key of this deployment: only this slice may read it. */
export interface TokenKey {
  kid: string;
  privateJwk: JWK;
}
/** Signs an access token. `issuedAt`, `expiresAt`: epoch seconds. */
export type SignToken = (claims: {
  personId: string;
  sessionId: string;
  issuedAt: number;
  expiresAt: number;
}) => Promise<string>;

export const createSigner = async ({ kid, privateJwk }: TokenKey): Promise<SignToken> => {
  const key = await importJWK(privateJwk, TOKEN.algorithm);
  return ({ personId, sessionId, issuedAt, expiresAt }) =>
    new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: TOKEN.algorithm, kid, typ: TOKEN.type })
      .setIssuer(TOKEN.issuer)
      .setAudience(TOKEN.audience)
      .setSubject(personId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(key);
};

const SESSION_PREFIX = 'session#'.length;
const instant = (seconds: number) => new Date(seconds * 1000).toISOString();

/**
 * The tokens of a session as it stands after beginning or rotating: the same session gives the same tokens, byte for byte
 * (Ed25519 is deterministic). Whoever signs in again in the very second of signing out everywhere gets a token dated
 * `validFrom`, up to a second ahead: it is younger than all that were ended.
 */
export const issueTokens = async (sign: SignToken, session: SessionItem, refreshToken: string): Promise<Tokens> => {
  const issuedAt = Math.max(Math.floor(session.rotatedAt / 1000), session.validFrom);
  const expiresAt = issuedAt + TOKEN.minutes * 60;
  const accessToken = await sign({
    personId: session.pk,
    sessionId: session.sk.slice(SESSION_PREFIX),
    issuedAt,
    expiresAt,
  });
  return {
    accessToken,
    accessExpiresAt: instant(expiresAt),
    refreshToken,
    refreshExpiresAt: instant(session.expiresAt),
    personId: session.pk,
  };
};
