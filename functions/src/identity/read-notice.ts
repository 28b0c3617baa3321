import { createHash } from 'node:crypto';
import type { identity, Notice, Purpose } from '@gongzhi/shared/identity/contract';
import { NOTICES, wordsOf, type NoticeText } from '@gongzhi/shared/identity/notices';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handler } from '../kernel/serve';

const withHash = (text: NoticeText): Notice => ({
  ...text,
  hash: createHash('sha256').update(wordsOf(text), 'utf8').digest('hex'),
});

/** The notices as they stand, with the hash of their words. */
export const CURRENT: Readonly<Record<Purpose, Notice>> = {
  privacy: withHash(NOTICES.privacy),
  phone: withHash(NOTICES.phone),
  party: withHash(NOTICES.party),
};

export const readNotice: Handler<typeof identity.readNotice, object> = async ({ purpose }) =>
  CURRENT[purpose] ?? refuse('NOT_FOUND');
