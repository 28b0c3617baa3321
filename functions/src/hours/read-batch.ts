import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

export const readBatch: Handle<'readBatch'> = async ({ communityId, batchId }, { repo, now }) =>
  (await repo.certificates.batch(communityId, batchId, now)) ?? refuse('NOT_FOUND');
