import type { Handle } from './repo';

export const listMyCertificates: Handle<'listMyCertificates'> = ({ communityId, cursor }, { repo, caller, now }) =>
  repo.certificates.mine({ communityId, volunteerId: caller.personId }, cursor, now);
