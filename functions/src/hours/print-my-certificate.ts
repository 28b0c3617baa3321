import { mayPrint } from '@gongzhi/shared/hours/certificate-rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { printCertificates } from './print-certificates';
import type { Handle } from './repo';

export const printMyCertificate: Handle<'printMyCertificate'> = async ({ communityId, number }, ctx) => {
  const certificate = await ctx.repo.certificates.read(communityId, number, ctx.now);
  if (certificate?.volunteerId !== ctx.caller.personId) return refuse('NOT_FOUND');
  const no = mayPrint(certificate, ctx.now);
  return no ?? printCertificates([certificate], { ...ctx, communityId, fileName: `志愿服务记录证明-${number}.pdf` });
};
