import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { SECRETS, type SecretName } from './kernel/slice';

/** The port of Secrets Manager: JSON values by name, absent while nothing was put. */
export interface SecretStore {
  read(name: SecretName): Promise<unknown>;
  write(name: SecretName, value: object): Promise<void>;
}
type Jwk = Record<string, unknown>;
export interface TokenKey {
  kid: string;
  privateJwk: Jwk;
}
/** AppID and AppSecret of the mini-program (mp.weixin.qq.com → 开发管理). Nobody but WeChat can make them. */
export interface Wechat {
  appid: string;
  secret: string;
}

const random32 = () => randomBytes(32).toString('base64url');

/** A new Ed25519 key; its id is the day it was made and a little chance. */
export const newTokenKey = (now: Date): TokenKey => {
  const kid = `${now.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`;
  return {
    kid,
    privateJwk: { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid, alg: 'EdDSA' },
  };
};

/** What verifiers are given: the public halves only. */
export const publicKeysOf = (keys: readonly TokenKey[]): string =>
  JSON.stringify({
    keys: keys.map(({ kid, privateJwk: { d: _, ...half } }) => ({ ...half, kid, alg: 'EdDSA', use: 'sig' })),
  });

/** The Ed25519 key that signs published vote lists, and the key from which their ids are drawn. */
const newListKey = () => ({
  privateJwk: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  idKey: random32(),
});

/** What the secret `lists` is known by: 32 hex digits of SHA-256 over its public key, as lists name it; `none` without one. */
export const fingerprintOf = (lists: unknown): string => {
  const { x } = (lists as { privateJwk?: Jwk } | undefined)?.privateJwk ?? {};
  if (typeof x !== 'string') return 'none';
  return createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 32);
};

const fresh: Record<Exclude<SecretName, 'wechat'>, (now: Date) => object> = {
  tokens: newTokenKey,
  pepper: () => ({ v: 1, pepper: random32() }),
  openid: () => ({ key: random32() }),
  opening: () => ({ key: random32() }),
  lists: () => newListKey(),
};

const wechatOf = (wechat: Wechat | undefined): Wechat => {
  if (wechat?.appid && wechat.secret) return wechat;
  throw new Error('The WeChat secret is empty: run again with WECHAT_APPID and WECHAT_SECRET set');
};

/**
 * Fills the secrets that are still empty and leaves every other as it is (a new pepper would orphan every account).
 * Resolves to the current token key and the names that were filled. @throws when WeChat's are needed and not given
 */
export const createKeys = async (
  store: SecretStore,
  now: Date,
  wechat?: Wechat,
): Promise<{ current: TokenKey; filled: SecretName[] }> => {
  const filled: SecretName[] = [];
  for (const name of SECRETS) {
    if ((await store.read(name)) !== undefined) continue;
    await store.write(name, name === 'wechat' ? wechatOf(wechat) : fresh[name](now));
    filled.push(name);
  }
  return { current: (await store.read('tokens')) as TokenKey, filled };
};
