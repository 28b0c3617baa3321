import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

type Part = Record<string, unknown>;
export interface Claims extends Part {
  iss: string;
  aud: string;
  sub: string;
  sid: string;
  iat: number;
  exp: number;
}
/** What a token is made with besides its claims: the key that signs it, `''` for none, bytes for HMAC. */
export interface Making {
  header?: Part;
  key?: KeyObject | Buffer | '';
}

const encoded = (part: Part | Buffer): string =>
  (Buffer.isBuffer(part) ? part : Buffer.from(JSON.stringify(part))).toString('base64url');

const signed = (text: string, key: KeyObject | Buffer | ''): Buffer => {
  if (key === '') return Buffer.alloc(0);
  return Buffer.isBuffer(key) ? createHmac('sha256', key).update(text).digest() : sign(null, Buffer.from(text), key);
};

/** A JWT made by hand, so that nothing keeps it from being wrong. */
export const tokenWith = (header: Part, claims: Part, key: KeyObject | Buffer | ''): string => {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${encoded(signed(text, key))}`;
};

export const strangersKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** Makes tokens as the deployment does, and in every other way. `secret`: the secret `tokens`. */
export const tokenMaker = ({ kid, privateJwk }: { kid: string; privateJwk: Record<string, string> }) => {
  const own = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
  const proper = { alg: 'EdDSA', kid, typ: 'at+jwt' };
  return {
    own,
    /** The public half as others see it. */
    publicPem: Buffer.from(createPublicKey(own).export({ type: 'spki', format: 'pem' })),
    publicX: Buffer.from(privateJwk['x'] ?? '', 'base64url'),
    make: (claims: Partial<Claims>, { header = {}, key = own }: Making = {}): string =>
      tokenWith({ ...proper, ...header }, claims, key),
  };
};
