import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Batch, Certificate, Sheet } from './certificate-model';
import { MOST_IN_BATCH } from './rule-sets';

const here = { communityId: CommunityId };
const cursor = z.optional(Cursor);
const ofBatch = { ...here, batchId: Id };

const Volunteer = z.strictObject({ volunteerId: Id, volunteerNumber: z.optional(line(30, '志愿者编号')) });
const period = { fromDay: z.iso.date('请填写开始日期'), toDay: z.iso.date('请填写结束日期') };

/** Certificates as a worker issues and prints them. */
export const certificates = defineContract({
  issueCertificates: {
    summary:
      'Issue certificates to one or many for a time. Units: eight for each certificate, whose lines and two indexes go with it, and four for the batch',
    method: 'POST',
    path: '/hours/{communityId}/certificate-batches',
    access: ['worker'],
    input: z
      .strictObject({
        ...here,
        ...period,
        volunteers: z
          .array(Volunteer)
          .check(z.minLength(1, '请选择志愿者'), z.maxLength(MOST_IN_BATCH, `一次最多 ${MOST_IN_BATCH} 人`)),
        issuer: line(40, '出具单位'),
        responsible: line(20, '负责人'),
        handler: line(20, '经办人'),
        contact: line(30, '联系方式'),
        note: z.optional(line(60, '备注')),
      })
      .check(
        z.refine(({ fromDay, toDay }) => fromDay <= toDay, { error: '结束日期不能早于开始日期', path: ['toDay'] }),
      ),
    output: z.strictObject({ batchId: Id, issued: z.int(), skipped: z.int(), publicUntil: Instant, at: Instant }),
    refusals: ['OWN_HOURS', 'NOTHING_TO_CERTIFY', 'NO_SUCH_VOLUNTEER', 'TEXT_RISKY'],
    units: 8 * MOST_IN_BATCH + 8,
  },
  listBatches: {
    summary: 'Certificates that were issued together, the newest first',
    method: 'GET',
    path: '/hours/{communityId}/certificate-batches',
    access: ['worker'],
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Batch),
    refusals: [],
  },
  readBatch: {
    summary: 'The certificates of one batch',
    method: 'GET',
    path: '/hours/{communityId}/certificate-batches/{batchId}',
    access: ['worker'],
    input: z.strictObject(ofBatch),
    output: z.strictObject({ ...Batch.shape, items: z.array(Certificate) }),
    refusals: ['NOT_FOUND'],
  },
  printBatch: {
    summary: 'The certificates of a batch as one PDF for printing; revoked ones are left out',
    method: 'GET',
    path: '/hours/{communityId}/certificate-batches/{batchId}/sheet',
    access: ['worker'],
    input: z.strictObject(ofBatch),
    output: Sheet,
    refusals: ['NOT_FOUND', 'IN_PUBLICITY', 'CERTIFICATE_REVOKED'],
  },
});
