import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Recorded } from './contract-answering';
import { Answer, AnswerCode, Asking, Given, Ticket } from './model';

const byCode = { communityId: CommunityId, code: AnswerCode };
const inRound = { communityId: CommunityId, roundId: Id };
const ROUND = '/satisfaction/{communityId}/rounds/{roundId}';

/** Answering by the code of an invitation: one's own off a letter, or read out to a worker. */
export const codeRoutes = defineContract({
  askByCode: {
    summary:
      'What the invitation of a code asks; a command so that no code stands in an address. A wrong code is counted',
    method: 'POST',
    path: '/satisfaction/{communityId}/codes',
    access: 'public',
    input: z.strictObject(byCode),
    output: Asking,
    refusals: ['ANSWER_CODE_WRONG', 'ANSWER_CODE_PAUSED'],
    units: 1,
    ownRecord: true,
  },
  answerByCode: {
    summary:
      'Answer the invitation of a code, once, without signing in. The word is checked by nobody but the one who reads it',
    method: 'POST',
    path: '/satisfaction/{communityId}/codes/answers',
    access: 'public',
    input: z.strictObject({ ...byCode, ...Given }),
    output: Recorded,
    refusals: ['ANSWER_CODE_WRONG', 'ANSWER_CODE_PAUSED', 'ANSWER_CODE_USED', 'SURVEY_OVER', 'SURVEY_UNEVEN'],
    units: 4,
    ownRecord: true,
  },
  answerForResident: {
    summary:
      'Enter the answer of somebody who read out their code, at a visit or on the phone, and confirmed it when it was read back. It leaves no event: that would tell who answered and when',
    method: 'POST',
    path: '/satisfaction/{communityId}/codes/assisted',
    access: ['worker'],
    input: z.strictObject({
      ...byCode,
      answer: Answer,
      ticket: Ticket,
      confirmed: z.literal(true, '请先把答案念给居民听，居民确认以后再提交'),
    }),
    output: Recorded,
    refusals: [
      ...(['ANSWER_CODE_WRONG', 'ANSWER_CODE_TRIES', 'ANSWER_CODE_USED'] as const),
      ...(['SURVEY_OVER', 'SURVEY_UNEVEN', 'TEXT_RISKY'] as const),
    ],
    units: 4,
    ownRecord: true,
  },
  readCode: {
    summary: 'The code of one’s own household’s invitation, to be read out to a worker',
    method: 'GET',
    path: `${ROUND}/code`,
    access: 'person',
    input: z.strictObject(inRound),
    output: z.strictObject({ code: AnswerCode, expiresAt: Instant }),
    refusals: ['NOT_FOUND', 'SURVEY_ANSWERED', 'SURVEY_OVER'],
  },
  disownAnswer: {
    summary:
      'Tell the street that the answer which came by code is not the household’s. The answer stays, for nothing leads to it; the result says how many',
    method: 'POST',
    path: `${ROUND}/disowned`,
    access: 'person',
    input: z.strictObject(inRound),
    output: Recorded,
    refusals: ['NOT_FOUND', 'ANSWER_OWN', 'PRESSURE_TOLD'],
    units: 4,
    ownRecord: true,
  },
});
