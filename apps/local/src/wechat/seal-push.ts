import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** WeChat's signature: SHA-1 of the parts in order, joined. */
export const signPush = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

/** 16 random bytes, length (4, big endian), message, appid; PKCS#7 to 32; AES-256-CBC, IV = first half of the key; base64. */
export const sealPush = (aesKey: string, appid: string, message: string): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid)]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  );
};
