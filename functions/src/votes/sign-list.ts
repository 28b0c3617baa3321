import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { signedText } from '@gongzhi/shared/votes/list-rules';
import { sealLine } from '@gongzhi/shared/votes/write-list';
import { signText } from '../kernel/sign-text';

/** The secret `lists`: the key that signs and the key from which ids are drawn. */
export const ListKeys = z.object({ privateJwk: z.record(z.string(), z.unknown()), idKey: z.string() });
export type ListKeys = z.infer<typeof ListKeys>;

/** Signs the root of a list: its last line. Ed25519 signs the same text always the same. */
export const signList = (root: string, keys: Pick<ListKeys, 'privateJwk'>): string =>
  sealLine({ root, ...signText(signedText(root), keys) });

/**
 * Ids and marks drawn from a secret: the same for the same thing, so that two who publish at once write the same list; and
 * telling nothing of it to whoever has not the key.
 */
export const drawing =
  ({ idKey }: Pick<ListKeys, 'idKey'>) =>
  (...what: string[]): string =>
    createHmac('sha256', Buffer.from(idKey, 'base64url')).update(what.join('\n')).digest('hex');
