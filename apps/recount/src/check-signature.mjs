import { createHash, createPublicKey, verify } from 'node:crypto';
import { demand } from './fault.mjs';

/** A key's fingerprint: the first 32 hex digits of SHA-256 over its 32 bytes. */
export const fingerprintOf = (x) => createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 32);

const isSigned = ({ root, x, signature }) => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(`gongzhi-vote-list/1\n${root}\n`), key, Buffer.from(signature, 'base64url'));
};

/** Whether the last line signs this root with the key it names. `expected`: the fingerprint the reader trusts, if one was given. */
export const checkSignature = (seal, root, expected) => {
  demand(
    seal.root === root,
    'signature',
    '清单内容与所签的根不一致：有内容被改过。',
    'The lines do not have the signed root: something was changed.',
  );
  demand(
    seal.key === fingerprintOf(seal.x),
    'signature',
    '密钥指纹与公钥不一致。',
    'The key id is not the fingerprint of the key.',
  );
  let signed = false;
  try {
    signed = isSigned(seal);
  } catch {
    // a key that is none signs nothing
  }
  demand(signed, 'signature', '签名不对。', 'The signature is wrong.');
  const wanted = expected?.toLowerCase().replaceAll(/[^0-9a-f]/g, '');
  demand(
    wanted === undefined || wanted === seal.key,
    'key',
    `签名的密钥是 ${seal.key}，不是您给出的指纹。`,
    `Signed with the key ${seal.key}, which is not the one you gave.`,
  );
};
