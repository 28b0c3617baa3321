import { createHmac } from 'node:crypto';
import { EncryptKeys, jsonOf } from './answers';
import type { Connection, Refused } from './connect';

export interface EncryptKey {
  /** Base64, 16 bytes of AES-128. */
  key: string;
  /** Base64, 16 bytes. */
  iv: string;
  version: number;
  /** Seconds left, at most 3,600. */
  expiresIn: number;
}
export type KeysAnswer = { ok: true; keys: EncryptKey[] } | Refused<'SESSION_ENDED'>;

/** The person's last three keys of the encrypted channel, newest first. `sessionKey` must be the latest one. */
export const encryptKeys = async (
  { askWithToken }: Connection,
  { openid, sessionKey }: { openid: string; sessionKey: string },
): Promise<KeysAnswer> => {
  const signature = createHmac('sha256', sessionKey).update('').digest('hex');
  const query = { openid, signature, sig_method: 'hmac_sha256' };
  const answer = await askWithToken('/wxa/business/getuserencryptkey', { query }, jsonOf(EncryptKeys));
  if (!answer.ok) return { ok: false, code: answer.code };
  const keys = answer.value.key_info_list.map(({ encrypt_key, iv, version, expire_in }) => ({
    key: encrypt_key,
    iv,
    version,
    expiresIn: expire_in,
  }));
  return { ok: true, keys: keys.sort((a, b) => b.version - a.version) };
};
