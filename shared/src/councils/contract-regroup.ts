import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { ProposalHead, TextState } from './model';

const HERE = [...ROLES] as readonly Role[];
const inProposal = { communityId: CommunityId, proposalId: Id };
const Part = z.strictObject({
  title: line(60, '标题'),
  /** Which recommendations it takes, counted from 0. */
  takes: z.array(z.int().check(z.minimum(0), z.maximum(9))).check(z.minLength(1, '每一件至少分到一条建议')),
});

/** Matters that are alike, and matters that are joined or parted: what happens to a matter as a whole before its vote. */
export const regroup = defineContract({
  listSimilar: {
    summary: 'Matters like what is being written, at most three: the same units however many matters there are',
    method: 'GET',
    path: '/councils/{communityId}/similar',
    access: HERE,
    input: z.strictObject({
      communityId: CommunityId,
      title: z.string().check(z.maxLength(120)),
      grounds: z.optional(z.string().check(z.maxLength(400))),
    }),
    output: z.strictObject({ items: z.array(ProposalHead) }),
    refusals: [],
  },
  mergeMatter: {
    summary: 'Merge a matter into another before either is voted on; its supports follow, each person counted once',
    method: 'POST',
    path: '/councils/{communityId}/proposals/{proposalId}/merge',
    access: ['chair', 'worker'],
    input: z.strictObject({ ...inProposal, intoId: Id }),
    output: z.strictObject({ proposalId: Id, intoId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'SAME_MATTER', 'NOT_REGROUPABLE', 'MERGE_RUNNING'],
  },
  splitMatter: {
    summary: 'Split a matter in two before its vote; supports are asked for anew. Units: two for each KB of both texts',
    method: 'POST',
    path: '/councils/{communityId}/proposals/{proposalId}/split',
    access: ['chair', 'worker'],
    input: z.strictObject({ ...inProposal, first: Part, second: Part, askReview: z.optional(z.boolean()) }),
    output: z.strictObject({ proposalId: Id, firstId: Id, secondId: Id, state: TextState, at: Instant }),
    refusals: ['NOT_FOUND', 'NOT_DIVIDED', 'NOT_REGROUPABLE', 'MERGE_RUNNING', 'TEXT_RISKY', 'TEXT_WAITS'],
    units: 300,
  },
});
