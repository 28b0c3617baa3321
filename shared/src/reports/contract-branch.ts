import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Head, Report, ReportNumber, Sheet, Signed } from './model';
import { PeriodId } from '@gongzhi/shared/kernel/periods';

const here = { communityId: CommunityId };
const ofPeriod = { ...here, period: PeriodId };
const ofMember = { ...ofPeriod, memberId: Id };
const ofNumber = { ...here, number: ReportNumber };
const cursor = z.optional(Cursor);
const SECRETARY = ['branchSecretary'] as const;
const UNIT = ['unitContact'] as const;
const BRANCH = '/reports/{communityId}/branch';
const REPORT = '/reports/{communityId}/members/{memberId}/reports/{period}';
const RECEIVED = '/reports/{communityId}/unit/reports/{number}';
const receipt = z.strictObject({ memberId: Id, period: PeriodId, version: z.int(), at: Instant });

/** Reports as the branch prepares, answers and sends them, and as the unit reads them. */
export const branch = defineContract({
  prepareReport: {
    summary:
      'Prepare the report of one member of the caller’s branch; one of two hundred lines is some 25 KB, two units a KB',
    method: 'POST',
    path: `${BRANCH}/reports`,
    access: SECRETARY,
    input: z.strictObject(ofMember),
    output: receipt,
    refusals: [
      'NOT_FOUND',
      'NOT_A_PERIOD',
      'PERIOD_RUNNING',
      'NOTHING_TO_REPORT',
      'ALREADY_DONE',
      'ALREADY_SENT',
      'OBJECTION_OPEN',
      'STALE',
    ],
    units: 64,
  },
  prepareBranch: {
    summary: 'Prepare the reports of all of the caller’s branch who have none yet; carried out behind it',
    method: 'POST',
    path: `${BRANCH}/preparations`,
    access: SECRETARY,
    input: z.strictObject(ofPeriod),
    output: z.strictObject({ period: PeriodId, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_A_PERIOD', 'PERIOD_RUNNING'],
  },
  listBranchReports: {
    summary:
      'Reports of a period of the caller’s branch, by member; each is kept as a reading for its member, one unit each',
    method: 'GET',
    path: `${BRANCH}/reports`,
    access: SECRETARY,
    input: z.strictObject({ ...ofPeriod, cursor }),
    output: pageOf(Head),
    refusals: ['NOT_FOUND'],
    units: 40,
  },
  readBranchReport: {
    summary: 'One report of the caller’s branch, whole. The reading is kept for the member to see',
    method: 'GET',
    path: REPORT,
    access: SECRETARY,
    input: z.strictObject(ofMember),
    output: Report,
    refusals: ['NOT_FOUND'],
    units: 2,
  },
  answerReport: {
    summary:
      'Answer an objection: prepared anew from the ledger, without the lines, or kept as it is. Units: the whole report is written anew, as when it is prepared',
    method: 'POST',
    path: `${REPORT}/answers`,
    access: SECRETARY,
    input: z.strictObject({
      ...ofMember,
      verdict: z.enum(['again', 'leftOut', 'kept'], '请选择怎样答复'),
      words: text(100, '答复'),
    }),
    output: receipt,
    refusals: ['NOT_FOUND', 'NO_OBJECTION', 'ALREADY_SENT', 'REPORT_STOPPED', 'TEXT_RISKY', 'STALE'],
    units: 64,
  },
  sendReport: {
    summary: 'Send a report to the member’s unit, when the member has seen it and no objection is open',
    method: 'POST',
    path: `${REPORT}/sending`,
    access: SECRETARY,
    input: z.strictObject(ofMember),
    output: z.strictObject({ memberId: Id, period: PeriodId, number: ReportNumber, at: Instant }),
    refusals: [
      'NOT_FOUND',
      'NO_UNIT',
      'NOT_SEEN',
      'OBJECTION_OPEN',
      'IN_OBJECTION_TIME',
      'ALREADY_SENT',
      'REPORT_STOPPED',
      'STALE',
    ],
    units: 12,
  },
  printReport: {
    summary: 'A sent report as a PDF, for units without a contact here. The reading is kept for the member to see',
    method: 'GET',
    path: `${REPORT}/sheet`,
    access: SECRETARY,
    input: z.strictObject(ofMember),
    output: Sheet,
    refusals: ['NOT_FOUND', 'NOT_SIGNED'],
    units: 2,
  },
  handOver: {
    summary: 'The printed report was handed to the unit',
    method: 'POST',
    path: `${REPORT}/handing`,
    access: SECRETARY,
    input: z.strictObject(ofMember),
    output: receipt,
    refusals: ['NOT_FOUND', 'ALREADY_DONE'],
  },
  listUnitReports: {
    summary:
      'Reports sent to the unit the caller speaks for, the newest first. The reading is kept for the member to see',
    method: 'GET',
    path: '/reports/{communityId}/unit/reports',
    access: UNIT,
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Head),
    refusals: ['NOT_FOUND'],
    units: 40,
  },
  readUnitReport: {
    summary:
      'One report sent to the caller’s unit: what was signed, byte for byte. The reading is kept for the member to see',
    method: 'GET',
    path: RECEIVED,
    access: UNIT,
    input: z.strictObject(ofNumber),
    output: z.strictObject({ ...Head.shape, signed: Signed }),
    refusals: ['NOT_FOUND', 'NOT_SIGNED'],
    units: 2,
  },
  receiveReport: {
    summary: 'The unit has read a report',
    method: 'POST',
    path: `${RECEIVED}/reading`,
    access: UNIT,
    input: z.strictObject(ofNumber),
    output: receipt,
    refusals: ['NOT_FOUND', 'ALREADY_DONE'],
  },
  printUnitReport: {
    summary: 'A report sent to the caller’s unit as a PDF. The reading is kept for the member to see',
    method: 'GET',
    path: `${RECEIVED}/sheet`,
    access: UNIT,
    input: z.strictObject(ofNumber),
    output: Sheet,
    refusals: ['NOT_FOUND', 'NOT_SIGNED'],
    units: 2,
  },
});
