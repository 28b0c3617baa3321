import type { Handle } from './repo';

export const listBatches: Handle<'listBatches'> = ({ communityId, cursor }, { repo }) =>
  repo.certificates.batches(communityId, cursor);
