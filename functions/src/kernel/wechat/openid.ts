import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

const keyOf = (key: string): Buffer => {
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== 32) throw new Error('An openid key or pepper is 32 bytes in base64url.');
  return bytes;
};

/**
 * An openid under AES-256-GCM with a random nonce: base64url of nonce (12), ciphertext and tag (16). Two seals of one
 * openid differ, so nobody can join on them. `key`: 32 bytes, base64url.
 */
export const sealOpenid = (key: string, openid: string): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce);
  const sealed = [nonce, cipher.update(openid, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
};

/** The openid that was sealed; throws when the seal was changed or made with another key. */
export const openOpenid = (key: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(-TAG));
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
};

/**
 * The name under which a person's openid is known: HMAC-SHA256 under the pepper (32 bytes, base64url) of appid and
 * openid, in base64url. The same person has another one in another app.
 */
export const openidMac = (pepper: string, appid: string, openid: string): string =>
  createHmac('sha256', keyOf(pepper)).update(`${appid}\n${openid}`).digest('base64url');
