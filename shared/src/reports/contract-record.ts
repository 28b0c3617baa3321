import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { RecordLine, Sums } from './model';
import { PeriodId } from '@gongzhi/shared/kernel/periods';
import { ReportRule } from './rule-sets';

const here = { communityId: CommunityId };
const ofPeriod = { ...here, period: PeriodId };
const ofMember = { ...ofPeriod, memberId: Id };
const cursor = z.optional(Cursor);

/** A member's record: what the ledger of hours says since they reported in. */
export const record = defineContract({
  readMyRecord: {
    summary: 'The caller’s service of a period since they reported in, the latest first',
    method: 'GET',
    path: '/reports/{communityId}/mine/record',
    access: 'person',
    input: z.strictObject({ ...ofPeriod, cursor }),
    output: pageOf(RecordLine),
    refusals: ['NOT_REPORTED_IN'],
  },
  sumMyRecord: {
    summary:
      'Sums of the caller’s service of a period; reads its lines, as many as one person can serve in half a year',
    method: 'GET',
    path: '/reports/{communityId}/mine/sums',
    access: 'person',
    input: z.strictObject(ofPeriod),
    output: z.strictObject({ ...Sums.shape, since: Instant }),
    refusals: ['NOT_REPORTED_IN'],
  },
  readMemberRecord: {
    summary: 'The record of a member of the caller’s branch. The reading is kept for the member to see, one unit',
    method: 'GET',
    path: '/reports/{communityId}/members/{memberId}/record',
    access: ['branchSecretary'],
    input: z.strictObject({ ...ofMember, cursor }),
    output: z.strictObject({ ...pageOf(RecordLine).shape, name: z.string() }),
    refusals: ['NOT_FOUND'],
    units: 2,
  },
  readRule: {
    summary: 'How this community makes reports',
    method: 'GET',
    path: '/reports/{communityId}/rule',
    access: 'public',
    input: z.strictObject(here),
    output: ReportRule,
    refusals: [],
  },
  changeRule: {
    summary: 'Change how reports are made; holds for what is made and seen afterwards',
    method: 'PUT',
    path: '/reports/{communityId}/rule',
    access: ['worker'],
    input: z.strictObject({ ...here, ...ReportRule.shape }),
    output: z.strictObject({ at: Instant }),
    refusals: [],
  },
});
