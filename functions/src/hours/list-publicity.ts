import { proofOf } from '@gongzhi/shared/hours/certificate-rules';
import type { Handle } from './repo';

export const listPublicity: Handle<'listPublicity'> = async ({ communityId, cursor }, { repo, now }) => {
  const { items, next } = await repo.certificates.public(communityId, cursor, now);
  return { items: items.map(proofOf), next };
};
