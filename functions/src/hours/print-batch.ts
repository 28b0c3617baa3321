import { mayPrint } from '@gongzhi/shared/hours/certificate-rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { printCertificates } from './print-certificates';
import type { Handle } from './repo';

export const printBatch: Handle<'printBatch'> = async ({ communityId, batchId }, ctx) => {
  const batch = await ctx.repo.certificates.batch(communityId, batchId, ctx.now);
  if (!batch) return refuse('NOT_FOUND');
  const [first] = batch.items.filter(({ state }) => state !== 'revoked');
  const no = first ? mayPrint(first, ctx.now) : refuse('CERTIFICATE_REVOKED');
  if (no) return no;
  const valid = batch.items.filter(({ state }) => state === 'valid');
  return printCertificates(valid, { ...ctx, communityId, fileName: `志愿服务记录证明-${valid.length}份.pdf` });
};
