import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { CheckCode, Head, Report, ReportNumber, Sheet } from './model';
import { PeriodId } from '@gongzhi/shared/kernel/periods';
import { MOST_LINES } from './rule-sets';

const here = { communityId: CommunityId };
const ofPeriod = { ...here, period: PeriodId };
const REPORT = '/reports/{communityId}/mine/reports/{period}';
/** Numbers of lines of a report. */
const numbers = (least: number) =>
  z.array(z.int().check(z.minimum(1))).check(z.minLength(least, '请选择是哪几条'), z.maxLength(MOST_LINES));
const receipt = z.strictObject({ period: PeriodId, at: Instant });

/** A report in the hands of the member it is about, and the page that verifies one. */
export const mine = defineContract({
  listMyReports: {
    summary: 'The caller’s reports, the latest period first; also those that were stopped',
    method: 'GET',
    path: '/reports/{communityId}/mine/reports',
    access: 'person',
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: pageOf(Head),
    refusals: [],
  },
  readMyReport: {
    summary: 'One of the caller’s reports, whole',
    method: 'GET',
    path: REPORT,
    access: 'person',
    input: z.strictObject(ofPeriod),
    output: Report,
    refusals: ['NOT_FOUND'],
  },
  seeReport: {
    summary: 'The caller has seen their report: the days to object begin',
    method: 'POST',
    path: `${REPORT}/seeing`,
    access: 'person',
    input: z.strictObject(ofPeriod),
    output: z.strictObject({ period: PeriodId, at: Instant, objectUntil: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DONE', 'ALREADY_SENT', 'REPORT_STOPPED', 'STALE'],
  },
  agreeReport: {
    summary: 'The caller agrees to their report and chooses whose words of thanks go along',
    method: 'POST',
    path: `${REPORT}/agreement`,
    access: 'person',
    input: z.strictObject({ ...ofPeriod, words: numbers(0) }),
    output: receipt,
    refusals: [
      'NOT_FOUND',
      'ALREADY_DONE',
      'ALREADY_SENT',
      'OBJECTION_OPEN',
      'REPORT_STOPPED',
      'LINES_UNKNOWN',
      'STALE',
    ],
  },
  objectReport: {
    summary: 'The caller objects to lines of their report, in words; it is not sent before it is answered',
    method: 'POST',
    path: `${REPORT}/objections`,
    access: 'person',
    input: z.strictObject({ ...ofPeriod, lines: numbers(1), words: text(100, '哪里不对'), goesAlong: z.boolean() }),
    output: receipt,
    refusals: [
      'NOT_FOUND',
      'ALREADY_DONE',
      'ALREADY_SENT',
      'OBJECTION_LATE',
      'REPORT_STOPPED',
      'LINES_UNKNOWN',
      'TEXT_RISKY',
      'STALE',
    ],
  },
  printMyReport: {
    summary: 'The caller’s sent report as a PDF',
    method: 'GET',
    path: `${REPORT}/sheet`,
    access: 'person',
    input: z.strictObject(ofPeriod),
    output: Sheet,
    refusals: ['NOT_FOUND', 'NOT_SIGNED'],
  },
  verifyReport: {
    summary: 'Whether a report is true, for whoever holds its number and its check code; nothing for a number alone',
    method: 'GET',
    path: '/reports/{communityId}/verification/{number}',
    access: 'public',
    input: z.strictObject({ ...here, number: ReportNumber, code: CheckCode }),
    output: z.strictObject({
      number: ReportNumber,
      period: PeriodId,
      maskedName: z.string(),
      minutes: z.int(),
      count: z.int(),
      sentAt: Instant,
      hash: z.string(),
    }),
    refusals: ['NOT_FOUND'],
  },
});
