import { createHash, createHmac, createPrivateKey, createPublicKey, sign, type JsonWebKey } from 'node:crypto';
import * as z from 'zod/mini';
import { signedText } from '@gongzhi/shared/votes/list-rules';
import { sealLine } from '@gongzhi/shared/votes/write-list';

/** The secret `lists`: the key that signs and the key from which ids are drawn. */
export const ListKeys = z.object({ privateJwk: z.record(z.string(), z.unknown()), idKey: z.string() });
export type ListKeys = z.infer<typeof ListKeys>;

const FINGERPRINT = 32;

/** Signs the root of a list: its last line. Ed25519 signs the same text always the same. */
export const signList = (root: string, { privateJwk }: Pick<ListKeys, 'privateJwk'>): string => {
  const key = createPrivateKey({ key: privateJwk as JsonWebKey, format: 'jwk' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const fingerprint = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, FINGERPRINT);
  const signature = sign(null, Buffer.from(signedText(root)), key).toString('base64url');
  return sealLine({ root, key: fingerprint, x, signature });
};

/**
 * Ids and marks drawn from a secret: the same for the same thing, so that two who publish at once write the same list; and
 * telling nothing of it to whoever has not the key.
 */
export const drawing =
  ({ idKey }: Pick<ListKeys, 'idKey'>) =>
  (...what: string[]): string =>
    createHmac('sha256', Buffer.from(idKey, 'base64url')).update(what.join('\n')).digest('hex');
