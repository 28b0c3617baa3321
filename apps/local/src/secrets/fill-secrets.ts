import { createKeys, publicKeysOf } from '@gongzhi/infra/src/create-keys';
import type { SecretName } from '@gongzhi/infra/src/kernel/slice';
import { keepFile } from '../keep-file';

/** What the stand-in and the functions agree on; the mini-program opened in WeChat DevTools needs no real AppID. */
export const WECHAT = { appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' } as const;

export interface Secrets {
  /** A secret's value by the name it has in the template (`gongzhi/prod/tokens`). */
  valueOf: (name: string) => unknown;
  /** JWKS with the public halves of the token keys. */
  publicKeys: string;
  /** The one-time key with which a first supervisor opens a street. */
  openingKey: string;
}

/** The deployment's secrets, made by the same code as in AWS, once, and kept in `file`. */
export const fillSecrets = async (file: string | undefined): Promise<Secrets> => {
  const kept = keepFile<Partial<Record<SecretName, unknown>>>(file, {});
  const store = {
    read: async (name: SecretName) => kept.read()[name],
    write: async (name: SecretName, value: object) => kept.write({ ...kept.read(), [name]: value }),
  };
  const { current } = await createKeys(store, new Date(), WECHAT);
  const all: Record<string, unknown> = kept.read();
  return {
    valueOf: (name) => all[name.slice(name.lastIndexOf('/') + 1)],
    publicKeys: publicKeysOf([current]),
    openingKey: (all['opening'] as { key: string }).key,
  };
};
