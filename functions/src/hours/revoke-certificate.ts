import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import type { Handle } from './repo';

export const revokeCertificate: Handle<'revokeCertificate'> = async ({ communityId, number, reason }, ctx) => {
  const { repo, now } = ctx;
  const certificate = await repo.certificates.read(communityId, number, now);
  if (!certificate) return refuse('NOT_FOUND');
  const risky = await checkWords(ctx, reason);
  if (risky) return risky;
  const at = now.toISOString();
  const data = { number, volunteerId: certificate.volunteerId };
  const event = { type: 'hours.certificate-revoked', subject: `hours/${certificate.volunteerId}`, data };
  const done = await commit(ctx, [repo.certificates.revokeWrite(communityId, number, { at, reason })], event, {
    number,
    at,
  });
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
