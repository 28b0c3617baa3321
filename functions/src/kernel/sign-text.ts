import { createHash, createPrivateKey, createPublicKey, sign, type JsonWebKey } from 'node:crypto';

const FINGERPRINT = 32;

/**
 * Signs a text with the deployment's Ed25519 key of the secret `lists`; the same text always the same. What is signed must
 * begin with a name for what it is (`gongzhi-vote-list/1`), so that a signature of one kind is never taken for another.
 * `key`: the fingerprint of the public key `x` (base64url).
 */
export const signText = (
  text: string,
  { privateJwk }: { privateJwk: Record<string, unknown> },
): { key: string; x: string; signature: string } => {
  const secret = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const key = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, FINGERPRINT);
  return { key, x, signature: sign(null, Buffer.from(text), secret).toString('base64url') };
};
