import { proofOf } from '@gongzhi/shared/hours/certificate-rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';

export const verifyCertificate: Handle<'verifyCertificate'> = async ({ communityId, number }, { repo, now }) => {
  const certificate = await repo.certificates.read(communityId, number, now);
  return certificate ? proofOf(certificate) : refuse('NOT_FOUND');
};
