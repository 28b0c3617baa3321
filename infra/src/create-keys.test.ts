import { createPublicKey, createPrivateKey, sign, verify, type JsonWebKeyInput } from 'node:crypto';
import { createKeys, fingerprintOf, newTokenKey, publicKeysOf, type SecretStore, type TokenKey } from './create-keys';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const WECHAT = { appid: 'wx0', secret: 's' };
const storeOf = (values: Record<string, unknown> = {}): SecretStore & { values: Record<string, unknown> } => ({
  values,
  read: async (name) => values[name],
  write: async (name, value) => void (values[name] = value),
});

describe('create-keys', () => {
  it('fills every empty secret, each with the shape its reader expects', async () => {
    const store = storeOf();
    const { filled, current } = await createKeys(store, NOW, WECHAT);
    expect(filled).toEqual(['tokens', 'pepper', 'wechat', 'openid', 'opening', 'lists']);
    expect(store.values).toEqual({
      tokens: current,
      pepper: { v: 1, pepper: expect.stringMatching(/^[\w-]{43}$/) },
      wechat: WECHAT,
      openid: { key: expect.stringMatching(/^[\w-]{43}$/) },
      opening: { key: expect.stringMatching(/^[\w-]{43}$/) },
      lists: {
        privateJwk: expect.objectContaining({ crv: 'Ed25519', d: expect.any(String) }),
        idKey: expect.stringMatching(/^[\w-]{43}$/),
      },
    });
    expect(current.kid).toMatch(/^2026-11-23-[0-9a-f]{6}$/);
  });

  it('tells the key of vote lists by its fingerprint, and that there is none', async () => {
    const store = storeOf();
    await createKeys(store, NOW, WECHAT);
    expect(fingerprintOf(store.values['lists'])).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf(store.values['lists'])).toBe(fingerprintOf(store.values['lists']));
    for (const absent of [undefined, {}, { privateJwk: {} }]) expect(fingerprintOf(absent)).toBe('none');
  });

  it('never replaces a secret that has a value', async () => {
    const store = storeOf();
    await createKeys(store, NOW, WECHAT);
    const before = structuredClone(store.values);
    expect((await createKeys(store, NOW)).filled).toEqual([]);
    expect(store.values).toEqual(before);
  });

  it('says what to give when the WeChat secret is needed', async () => {
    await expect(createKeys(storeOf(), NOW)).rejects.toThrow('WECHAT_APPID and WECHAT_SECRET');
  });

  it('publishes a key that verifies what the private one signs, and nothing private', () => {
    const pair: TokenKey = newTokenKey(NOW);
    const jwks = publicKeysOf([pair]);
    const [half] = (JSON.parse(jwks) as { keys: Record<string, string>[] }).keys;
    const text = Buffer.from('a token');
    const key = (jwk: unknown) => ({ key: jwk, format: 'jwk' }) as JsonWebKeyInput;
    expect(
      verify(null, text, createPublicKey(key(half)), sign(null, text, createPrivateKey(key(pair.privateJwk)))),
    ).toBe(true);
    expect(half).toEqual({
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.any(String),
      kid: pair.kid,
      alg: 'EdDSA',
      use: 'sig',
    });
    expect(jwks).not.toContain(pair.privateJwk['d']);
  });

  it('publishes two keys while one takes over from the other', () => {
    const [a, b] = [newTokenKey(NOW), newTokenKey(NOW)];
    expect((JSON.parse(publicKeysOf([a, b])) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid)).toEqual([
      a.kid,
      b.kid,
    ]);
  });
});
