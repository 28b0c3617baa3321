import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Answer, MyAnswer, MyStatement, Picture, StatementNo, StatementReview, TextState } from './model';
import { LONGEST_STATEMENT } from './thresholds';

const HERE = [...ROLES] as readonly Role[];
const inMatter = { communityId: CommunityId, proposalId: Id };

export const opinions = defineContract({
  addStatement: {
    summary: 'Add a short statement that others agree or disagree with; its text goes through the content check',
    method: 'POST', path: '/opinions/{communityId}/matters/{proposalId}/statements', access: HERE,
    input: z.strictObject({ ...inMatter, body: line(LONGEST_STATEMENT, '看法'), askReview: z.optional(z.boolean()) }),
    output: z.strictObject({ id: Id, state: TextState, no: z.optional(StatementNo), at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_DISCUSSING', 'TEXT_RISKY', 'STATEMENTS_OUT', 'STATEMENTS_FULL'],
  },
  nextStatement: {
    summary: 'One statement the caller has not answered, none when all are; the same units at 10 and at 10,000 statements',
    method: 'GET', path: '/opinions/{communityId}/matters/{proposalId}/next', access: HERE,
    input: z.strictObject(inMatter),
    output: z.strictObject({
      statement: z.optional(z.strictObject({ no: StatementNo, body: z.string() })),
      answered: z.int(), total: z.int(), open: z.boolean(),
    }),
    refusals: ['NOT_FOUND'],
  },
  answerStatement: {
    summary: 'Agree, disagree or pass; may be changed while the matter is discussed, the last counts. One conditional write, which is its own record',
    method: 'POST', path: '/opinions/{communityId}/matters/{proposalId}/statements/{no}/answers', access: HERE,
    input: z.strictObject({ ...inMatter, no: StatementNo, answer: Answer }),
    output: z.strictObject({ no: StatementNo, answer: Answer, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_DISCUSSING'], units: 4, ownRecord: true,
  },
  listMyAnswers: {
    summary: 'The caller\'s own answers, newest statements first, and own statements that are not public',
    method: 'GET', path: '/opinions/{communityId}/matters/{proposalId}/my-answers', access: HERE,
    input: z.strictObject({ ...inMatter, cursor: z.optional(Cursor) }),
    output: z.strictObject({ ...pageOf(MyAnswer).shape, statements: z.array(MyStatement) }),
    refusals: ['NOT_FOUND'],
  },
  readPicture: {
    summary: 'Groups, bridges and majorities as they were last computed; nothing below fifteen people',
    method: 'GET', path: '/opinions/{communityId}/matters/{proposalId}/picture', access: 'public',
    input: z.strictObject(inMatter),
    output: Picture,
    refusals: ['NOT_FOUND'],
  },
  listStatementReviews: {
    summary: 'Statements waiting for a worker, oldest first',
    method: 'GET', path: '/opinions/{communityId}/reviews', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(StatementReview),
    refusals: [],
  },
  decideStatement: {
    summary: 'Publish a waiting statement, or refuse it with a reason its author reads',
    method: 'POST', path: '/opinions/{communityId}/reviews/{reviewId}/decision', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, reviewId: Id, publish: z.boolean(), reason: z.optional(line(100, '理由')) })
      .check(z.refine(({ publish, reason }) => publish || reason !== undefined, { error: '请写明不公开的理由', path: ['reason'] })),
    output: z.strictObject({ id: Id, state: TextState, at: Instant }),
    refusals: ['ALREADY_DECIDED', 'STATEMENTS_FULL'],
  },
});
