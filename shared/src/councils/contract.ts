import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Column, Point, Proposal, ProposalHead, ProposalText, Reply, Review, TextState } from './model';
import { regroup } from './contract-regroup';

const HERE = [...ROLES] as readonly Role[];
const inProposal = { communityId: CommunityId, proposalId: Id };
const Receipt = z.strictObject({ id: Id, state: TextState, at: Instant });
/** Set after TEXT_RISKY: the author asks for a person's judgement and the text waits for a worker instead of being refused. */
const askReview = z.optional(z.boolean());

export const councils = defineContract({
  ...regroup,
  fileProposal: {
    summary: 'File a proposal; its text goes through the content check. Units: two for each KB of the text, up to the body limit',
    method: 'POST', path: '/councils/{communityId}/proposals', access: HERE,
    input: z.strictObject({ communityId: CommunityId, ...ProposalText.shape, askReview }),
    output: Receipt,
    refusals: ['TEXT_RISKY', 'TOO_MANY'], units: 272, bodyLimit: 131_072,
  },
  listProposals: {
    summary: 'Proposals, newest first',
    method: 'GET', path: '/councils/{communityId}/proposals', access: 'public',
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(ProposalHead),
    refusals: [],
  },
  listMyProposals: {
    summary: 'The caller\'s own proposals in every state, newest first',
    method: 'GET', path: '/councils/{communityId}/my-proposals', access: HERE,
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(ProposalHead),
    refusals: [],
  },
  readProposal: {
    summary: 'A proposal, whole; one that waits or was refused only for its author and workers',
    method: 'GET', path: '/councils/{communityId}/proposals/{proposalId}', access: 'public',
    input: z.strictObject(inProposal),
    output: Proposal,
    refusals: ['NOT_FOUND'],
  },
  supportProposal: {
    summary: 'Support a proposal until its vote is opened; at the threshold it goes on the agenda',
    method: 'POST', path: '/councils/{communityId}/proposals/{proposalId}/supports', access: ['resident'],
    input: z.strictObject(inProposal),
    output: z.strictObject({ proposalId: Id, supports: z.int(), onAgenda: z.boolean(), at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DONE', 'OWN_PROPOSAL', 'NOT_DISCUSSING'],
  },
  addPoint: {
    summary: 'Add a point for, of concern, or a question. Units: two for each KB of the text',
    method: 'POST', path: '/councils/{communityId}/proposals/{proposalId}/points', access: HERE,
    input: z.strictObject({ ...inProposal, column: Column, body: text(500, '观点'), askReview }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'NOT_DISCUSSING', 'POINTS_MOVED', 'TEXT_RISKY', 'TOO_MANY'],
    units: 16,
  },
  listPoints: {
    summary: 'Points of one column, newest or most endorsed first',
    method: 'GET', path: '/councils/{communityId}/proposals/{proposalId}/points', access: 'public',
    input: z.strictObject({ ...inProposal, column: Column, order: z.enum(['newest', 'endorsed']), cursor: z.optional(Cursor) }),
    output: pageOf(Point),
    refusals: ['NOT_FOUND'],
  },
  endorsePoint: {
    summary: 'Endorse a point',
    method: 'POST', path: '/councils/{communityId}/proposals/{proposalId}/points/{pointId}/endorsements', access: HERE,
    input: z.strictObject({ ...inProposal, pointId: Id }),
    output: z.strictObject({ pointId: Id, at: Instant }),
    refusals: ['NOT_FOUND', 'ALREADY_DONE', 'NOT_DISCUSSING'],
  },
  replyToPoint: {
    summary: 'Reply to a point; replies have no replies. Units: two for each KB of the text',
    method: 'POST', path: '/councils/{communityId}/proposals/{proposalId}/points/{pointId}/replies', access: HERE,
    input: z.strictObject({ ...inProposal, pointId: Id, body: text(500, '回复'), askReview }),
    output: Receipt,
    refusals: ['NOT_FOUND', 'NOT_DISCUSSING', 'NO_DEEPER', 'TEXT_RISKY', 'TOO_MANY'],
    units: 16,
  },
  listReplies: {
    summary: 'Replies to a point, oldest first',
    method: 'GET', path: '/councils/{communityId}/proposals/{proposalId}/points/{pointId}/replies', access: 'public',
    input: z.strictObject({ ...inProposal, pointId: Id, cursor: z.optional(Cursor) }),
    output: pageOf(Reply),
    refusals: ['NOT_FOUND'],
  },
  listReviews: {
    summary: 'Texts waiting for a worker, oldest first',
    method: 'GET', path: '/councils/{communityId}/reviews', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Review),
    refusals: [],
  },
  decideReview: {
    summary: 'Publish a waiting text, or refuse it with a reason its author reads. Units: two for each KB of the text',
    method: 'POST', path: '/councils/{communityId}/reviews/{reviewId}/decision', access: ['worker'],
    input: z.strictObject({ communityId: CommunityId, reviewId: Id, publish: z.boolean(), reason: z.optional(line(100, '理由')) })
      .check(z.refine(({ publish, reason }) => publish || reason !== undefined, { error: '请写明不公开的理由', path: ['reason'] })),
    output: Receipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'], units: 32,
  },
});
