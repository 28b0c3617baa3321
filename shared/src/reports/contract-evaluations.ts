import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import {
  Criteria,
  Criterion,
  Evaluation,
  NewCriteria,
  ReplyWords,
  ResidentWords,
  Said,
  Side,
} from './evaluation-model';
import { PeriodId } from '@gongzhi/shared/kernel/periods';
import { MOST_CRITERIA } from './rule-sets';

const here = { communityId: CommunityId };
const ofPeriod = { ...here, period: PeriodId };
const ofMember = { ...ofPeriod, memberId: Id };
const OF = '/reports/{communityId}/members/{memberId}/evaluations/{period}';
const receipt = z.strictObject({ memberId: Id, period: PeriodId, at: Instant });
const ToAnswer = z.strictObject({ memberId: Id, name: z.string(), period: PeriodId });

/** The evaluation (五评议): criteria, and what each side says of them in words. */
export const evaluations = defineContract({
  readCriteria: {
    summary: 'The criteria by which this community evaluates, with their source',
    method: 'GET',
    path: '/reports/{communityId}/criteria',
    access: 'person',
    input: z.strictObject(here),
    output: Criteria,
    refusals: [],
  },
  setCriteria: {
    summary: 'A new version of the criteria; evaluations that are open keep theirs',
    method: 'PUT',
    path: '/reports/{communityId}/criteria',
    access: ['worker'],
    input: z.strictObject({ ...here, ...NewCriteria.shape }),
    output: z.strictObject({ version: z.int(), at: Instant }),
    refusals: ['TEXT_RISKY', 'STALE'],
  },
  openEvaluation: {
    summary: 'Open the evaluation of a member of the caller’s branch for a period',
    method: 'POST',
    path: OF,
    access: ['branchSecretary'],
    input: z.strictObject(ofMember),
    output: receipt,
    refusals: ['NOT_FOUND', 'ALREADY_DONE'],
  },
  listToAnswer: {
    summary:
      'Evaluations that wait for the community’s word, the newest period first; each is kept as a reading, one unit each',
    method: 'GET',
    path: '/reports/{communityId}/evaluations',
    access: ['worker'],
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: pageOf(ToAnswer),
    refusals: [],
    units: 40,
  },
  listUnitToAnswer: {
    summary:
      'Evaluations that wait for the word of the caller’s unit, the newest period first; none where the community does not ask units. Each is kept as a reading, one unit each',
    method: 'GET',
    path: '/reports/{communityId}/unit/evaluations',
    access: ['unitContact'],
    input: z.strictObject({ ...here, cursor: z.optional(Cursor) }),
    output: pageOf(ToAnswer),
    refusals: [],
    units: 40,
  },
  findWord: {
    summary:
      'Whether a few words are asked for about whoever made the caller’s wish come true; to anybody else, that they are not',
    method: 'GET',
    path: '/reports/{communityId}/wishes/{wishId}/word',
    access: 'person',
    input: z.strictObject({ ...here, wishId: Id }),
    output: z.strictObject({ asked: z.optional(z.strictObject({ memberId: Id, period: PeriodId })) }),
    refusals: [],
  },
  readQuestions: {
    summary: 'The criteria one side is to answer about a member, as they were when the evaluation was opened',
    method: 'GET',
    path: `${OF}/sides/{side}`,
    access: 'person',
    input: z.strictObject({ ...ofMember, side: Side }),
    output: z.strictObject({ items: z.array(Criterion) }),
    refusals: ['NOT_FOUND', 'EVALUATION_SHUT'],
  },
  readMyEvaluation: {
    summary: 'All that was said of the caller in a period',
    method: 'GET',
    path: '/reports/{communityId}/mine/evaluations/{period}',
    access: 'person',
    input: z.strictObject(ofPeriod),
    output: Evaluation,
    refusals: ['NOT_FOUND'],
  },
  readEvaluation: {
    summary: 'The evaluation of a member of the caller’s branch. The reading is kept for the member to see',
    method: 'GET',
    path: OF,
    access: ['branchSecretary'],
    input: z.strictObject(ofMember),
    output: Evaluation,
    refusals: ['NOT_FOUND'],
    units: 2,
  },
  answerEvaluation: {
    summary:
      'What one side says, criterion by criterion: the member, their secretary, a worker, or their unit where it is asked. Some 6 KB of words',
    method: 'PUT',
    path: `${OF}/sides/{side}`,
    access: 'person',
    input: z.strictObject({
      ...ofMember,
      side: Side,
      said: z.array(Said).check(
        z.minLength(1, '请至少写一条'),
        z.maxLength(MOST_CRITERIA),
        z.refine((all) => new Set(all.map(({ criterionId }) => criterionId)).size === all.length, '同一条标准只写一次'),
      ),
    }),
    output: receipt,
    refusals: ['NOT_FOUND', 'EVALUATION_SHUT', 'REFS_UNKNOWN', 'TEXT_RISKY'],
    units: 24,
  },
  answerAsResident: {
    summary: 'A few words of somebody who was served, about one wish of theirs that was served',
    method: 'POST',
    path: `${OF}/residents`,
    access: 'person',
    input: z.strictObject({ ...ofMember, wishId: Id, words: ResidentWords }),
    output: receipt,
    refusals: ['NOT_FOUND', 'EVALUATION_SHUT', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
  replyEvaluation: {
    summary: 'The member’s own reply to what was said',
    method: 'POST',
    path: '/reports/{communityId}/mine/evaluations/{period}/reply',
    access: 'person',
    input: z.strictObject({ ...ofPeriod, words: ReplyWords }),
    output: z.strictObject({ period: PeriodId, at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DONE', 'TEXT_RISKY'],
  },
});
