import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSecrets, WECHAT } from './fill-secrets';

type Jwk = Record<string, string>;
const keyOf = (key: unknown) => ({ key: key as Jwk, format: 'jwk' as const });

describe('the secrets of the local cloud', () => {
  const dir = mkdtempSync(join(tmpdir(), 'gongzhi-secrets-'));
  const file = join(dir, 'secrets.json');
  afterAll(() => rmSync(dir, { recursive: true }));

  it('hold what the functions parse', () => {
    const { valueOf } = fillSecrets(undefined);
    const key = expect.stringMatching(/^[\w-]{43}$/) as unknown;
    expect(['tokens', 'pepper', 'openid', 'opening', 'wechat'].map((name) => valueOf(`gongzhi/prod/${name}`))).toEqual([
      { kid: expect.any(String), privateJwk: expect.objectContaining({ kty: 'OKP', crv: 'Ed25519', d: key }) },
      { v: 1, pepper: key },
      { key },
      { key },
      { ...WECHAT, token: expect.any(String), aesKey: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
  });

  it('publish the half that verifies what the other half signed, and nothing more', () => {
    const { valueOf, publicKeys } = fillSecrets(undefined);
    const [half] = (JSON.parse(publicKeys) as { keys: Jwk[] }).keys;
    const { privateJwk } = valueOf('tokens') as { privateJwk: Jwk };
    const text = Buffer.from('x');
    expect(
      verify(null, text, createPublicKey(keyOf(half)), sign(null, text, createPrivateKey(keyOf(privateJwk)))),
    ).toBe(true);
    expect(half).not.toHaveProperty('d');
  });

  it('are made once, and nobody else on the computer may read them', () => {
    const first = fillSecrets(file);
    expect([fillSecrets(file).openingKey, fillSecrets(file).publicKeys]).toEqual([first.openingKey, first.publicKeys]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('differ from one computer to another', () =>
    expect(fillSecrets(undefined).openingKey).not.toBe(fillSecrets(undefined).openingKey));
});
