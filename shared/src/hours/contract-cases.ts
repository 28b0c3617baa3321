import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Case } from './case-model';
import { MOST_CORRECTED } from './case-rules';
import { CaseId, CaseState } from './model';

const HERE = [...ROLES] as readonly Role[];
const here = { communityId: CommunityId };
const cursor = z.optional(Cursor);
const askReview = z.optional(z.boolean());
const CASE = '/hours/{communityId}/cases/{caseId}';
const CaseReceipt = z.strictObject({ caseId: CaseId, state: CaseState, dueAt: Instant, at: Instant });
const minutes = (least: number) => z.int().check(z.minimum(least), z.maximum(MOST_CORRECTED));

/** What is asked about hours: corrections, honorary hours, questions, and the answers. */
export const cases = defineContract({
  listMyCases: {
    summary: 'What was asked about the caller’s hours, the newest first',
    method: 'GET',
    path: '/hours/{communityId}/mine/cases',
    access: 'person',
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Case),
    refusals: [],
  },
  askCorrection: {
    summary: 'Ask for other minutes of one’s own entry, with the reason',
    method: 'POST',
    path: '/hours/{communityId}/corrections',
    access: 'person',
    input: z.strictObject({
      ...here,
      entryId: Id,
      from: Instant,
      wanted: minutes(0),
      why: line(100, '理由'),
      askReview,
    }),
    output: CaseReceipt,
    refusals: ['NOT_FOUND', 'NOT_CORRECTABLE', 'SAME_MINUTES', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
  askHonorary: {
    summary: 'Ask for honorary minutes of a volunteer who served in a shift, with the reason; another person decides',
    method: 'POST',
    path: '/hours/{communityId}/honorary',
    access: HERE,
    input: z.strictObject({
      ...here,
      volunteerId: Id,
      activityId: Id,
      shiftId: Id,
      minutes: minutes(1),
      why: line(100, '理由'),
      askReview,
    }),
    output: CaseReceipt,
    refusals: [
      'NOT_FOUND',
      'NO_SUCH_VOLUNTEER',
      'NOT_IN_CHARGE',
      'OWN_HOURS',
      'SHIFT_RUNNING',
      'OVER_SHIFT',
      'TEXT_RISKY',
    ],
  },
  listOpenCases: {
    summary: 'Questions, corrections and honorary hours that wait for an answer, the first due first',
    method: 'GET',
    path: '/hours/{communityId}/cases',
    access: ['worker', 'chair'],
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Case),
    refusals: [],
  },
  listOrganisedCases: {
    summary: 'The same of activities that the caller organises',
    method: 'GET',
    path: '/hours/{communityId}/mine/organised-cases',
    access: 'person',
    input: z.strictObject({ ...here, cursor }),
    output: pageOf(Case),
    refusals: [],
  },
  readCase: {
    summary: 'One case; for its volunteer and for whoever may answer it',
    method: 'GET',
    path: CASE,
    access: 'person',
    input: z.strictObject({ ...here, caseId: CaseId }),
    output: Case,
    refusals: ['NOT_FOUND'],
  },
  answerCase: {
    summary:
      'Answer a case: accept or decline with a reason. Accepting a question keeps the entry, declining reverses it',
    method: 'POST',
    path: `${CASE}/answers`,
    access: HERE,
    input: z.strictObject({
      ...here,
      caseId: CaseId,
      verdict: z.enum(['accept', 'decline']),
      words: line(100, '答复'),
    }),
    output: CaseReceipt,
    refusals: ['NOT_FOUND', 'NOT_IN_CHARGE', 'OWN_HOURS', 'SECOND_PERSON', 'ALREADY_DECIDED', 'TEXT_RISKY'],
  },
});
