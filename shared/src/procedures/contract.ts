import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { ways } from './contract-way';
import { PROCEDURE_IDS } from '@gongzhi/shared/kernel/ways/definitions';
import { Objection } from './model';

const HERE = [...ROLES] as readonly Role[];
const inMatter = { communityId: CommunityId, proposalId: Id };
const Whole = z.int().check(z.minimum(0), z.maximum(365));
const Own = z.strictObject({ procedureId: z.enum(PROCEDURE_IDS), gateId: z.string(), number: Whole });

export const procedures = defineContract({
  ...ways,
  raiseObjection: {
    summary: 'Object to what is publicised, while it is; one event, answered by a worker or the chair',
    method: 'POST', path: '/procedures/{communityId}/matters/{proposalId}/objections', access: HERE,
    input: z.strictObject({ ...inMatter, text: text(300, '异议'), askReview: z.optional(z.boolean()) }),
    output: z.strictObject({ objectionId: Id, waiting: z.boolean(), at: Instant }),
    refusals: ['NOT_FOUND', 'NO_PUBLICITY', 'TEXT_RISKY', 'STALE'],
  },
  answerObjection: {
    summary: 'Answer an objection; everybody reads both. Units: both texts',
    method: 'POST', path: '/procedures/{communityId}/matters/{proposalId}/objections/{objectionId}/answer',
    access: ['worker', 'chair', 'branchSecretary'],
    input: z.strictObject({ ...inMatter, objectionId: Id, answer: text(300, '答复') }),
    output: z.strictObject({ objectionId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_YOUR_STEP', 'ALREADY_DECIDED', 'TEXT_RISKY', 'STALE'], units: 10,
  },
  listObjections: {
    summary: 'Objections to what was publicised and their answers, newest first',
    method: 'GET', path: '/procedures/{communityId}/matters/{proposalId}/objections', access: HERE,
    input: z.strictObject({ ...inMatter, cursor: z.optional(Cursor) }),
    output: pageOf(Objection), refusals: [],
  },
  readRules: {
    summary: 'The numbers a community set for itself, and their version; 0: it set none',
    method: 'GET', path: '/procedures/{communityId}/rules', access: 'public',
    input: z.strictObject({ communityId: CommunityId }),
    output: z.strictObject({ version: z.int(), own: z.array(Own), source: z.optional(z.string()), at: z.optional(Instant) }),
    refusals: [],
  },
  adoptRules: {
    summary: 'Set the community\'s own numbers of procedures, with where that was decided; matters under way keep theirs',
    method: 'POST', path: '/procedures/{communityId}/rules', access: ['chair'],
    input: z.strictObject({
      communityId: CommunityId,
      own: z.array(Own).check(z.minLength(1, '至少改一项'), z.maxLength(30)),
      source: line(60, '依据'),
    }),
    output: z.strictObject({ version: z.int(), at: Instant }),
    refusals: ['NOT_FOUND', 'BELOW_FLOOR', 'STALE', 'TEXT_RISKY'],
  },
  listRules: {
    summary: 'Every version of the community\'s own numbers, newest first',
    method: 'GET', path: '/procedures/{communityId}/rules/versions', access: 'public',
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(z.strictObject({ version: z.int(), own: z.array(Own), source: z.string(), at: Instant })),
    refusals: [],
  },
});
