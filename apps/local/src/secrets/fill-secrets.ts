import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { keepFile } from '../keep-file';

/** What the stand-in and the functions agree on; a mini-program opened in WeChat DevTools needs no real AppID for it. */
export const WECHAT = { appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' } as const;

/** What the console of the stand-in is set to under 消息推送; kept as the secret's own `token` and `aesKey`. */
export const PUSH = { token: 'localpushtoken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' } as const;

interface TokenKey {
  kid: string;
  privateJwk: Record<string, unknown>;
}

const random32 = () => randomBytes(32).toString('base64url');

const makeTokenKey = (): TokenKey => {
  const kid = `local-${randomBytes(3).toString('hex')}`;
  return {
    kid,
    privateJwk: { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid, alg: 'EdDSA' },
  };
};

/** The secrets of the deployment by the end of their names (docs/deploy.md says what is in them). */
const MAKE: Readonly<Record<string, () => object>> = {
  tokens: makeTokenKey,
  pepper: () => ({ v: 1, pepper: random32() }),
  openid: () => ({ key: random32() }),
  opening: () => ({ key: random32() }),
  wechat: () => ({ ...WECHAT, ...PUSH }),
  lists: () => ({
    privateJwk: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
    idKey: random32(),
  }),
};

const publicKeysOf = ({ kid, privateJwk: { d: _, ...half } }: TokenKey): string =>
  JSON.stringify({ keys: [{ ...half, kid, alg: 'EdDSA', use: 'sig' }] });

interface ListKey {
  privateJwk: { x: string };
}
const fingerprintOf = ({ privateJwk: { x } }: ListKey): string =>
  createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 32);

export interface Secrets {
  /** A secret's value by the name it has in the template (`gongzhi/prod/tokens`). */
  valueOf: (name: string) => unknown;
  /** JWKS with the public half of the token key. */
  publicKeys: string;
  /** Fingerprint of the key that signs vote lists. */
  listKey: string;
  /** The one-time key with which a first supervisor opens a street. */
  openingKey: string;
}

/** Fills the secrets once and keeps them in `file`: a restart neither signs anyone out nor forgets who they are. */
export const fillSecrets = (file: string | undefined): Secrets => {
  const kept = keepFile<Readonly<Record<string, unknown>>>(file, {});
  const fresh = Object.entries(MAKE).filter(([name]) => !(name in kept.read()));
  if (fresh.length > 0)
    kept.write({ ...kept.read(), ...Object.fromEntries(fresh.map(([name, make]) => [name, make()])) });
  const all = kept.read();
  return {
    valueOf: (name) => all[name.slice(name.lastIndexOf('/') + 1)],
    publicKeys: publicKeysOf(all['tokens'] as TokenKey),
    listKey: fingerprintOf(all['lists'] as ListKey),
    openingKey: (all['opening'] as { key: string }).key,
  };
};
