import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant, Sha256, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Rule } from './rule-sets';

const HERE = [...ROLES] as readonly Role[];

/** One thing asked for. A proposal has one to ten. */
export const Recommendation = z.strictObject({ title: line(60, '建议标题'), body: text(2000, '建议内容') });
export type Recommendation = z.infer<typeof Recommendation>;

/** What a resident writes: a title, the grounds (why, how things stand) and the recommendations. Lengths in code points. */
export const ProposalText = z.strictObject({
  title: line(60, '标题'),
  grounds: text(5000, '理由和现状'),
  recommendations: z.array(Recommendation).check(z.minLength(1, '至少写一条建议'), z.maxLength(10, '建议最多 10 条')),
});
export type ProposalText = z.infer<typeof ProposalText>;

/**
 * Where a text stands after the content check. `published`: everyone reads it. `waiting`: a worker decides, the author is
 * told. `refused`: a worker refused it with a reason. A machine alone never ends a civic text: see rules.ts.
 */
export const TextState = z.enum(['published', 'waiting', 'refused']);
export type TextState = z.infer<typeof TextState>;

/** Where a proposal stands, computed from what is stored and the clock, never written by a timer. */
export const Stage = z.enum(['waiting', 'refused', 'gathering', 'agenda', 'voting', 'counting', 'decided']);
export type Stage = z.infer<typeof Stage>;

/** A proposal in a list. `supports` counts people, the author included; `threshold` is the community's, fixed at filing. */
export const ProposalHead = z.strictObject({
  proposalId: Id,
  communityId: CommunityId,
  title: z.string(),
  authorId: Id,
  authorName: z.string(),
  filedAt: Instant,
  state: TextState,
  stage: Stage,
  supports: z.int(),
  threshold: z.int(),
  points: z.int(),
  voteId: z.optional(Id),
});
export type ProposalHead = z.infer<typeof ProposalHead>;

/** A proposal, whole. `mine` says what the caller has done. `reason`: why a worker refused it, for its author. */
export const Proposal = z.strictObject({
  ...ProposalHead.shape,
  grounds: z.string(),
  recommendations: z.array(z.strictObject({ title: z.string(), body: z.string() })),
  reason: z.optional(z.string()),
  mine: z.strictObject({ author: z.boolean(), supported: z.boolean() }),
});
export type Proposal = z.infer<typeof Proposal>;

/** Points stand in three columns: for, of concern, questions. */
export const Column = z.enum(['for', 'concern', 'question']);
export type Column = z.infer<typeof Column>;

export const Point = z.strictObject({
  pointId: Id,
  column: Column,
  body: z.string(),
  authorId: Id,
  authorName: z.string(),
  at: Instant,
  state: TextState,
  reason: z.optional(z.string()),
  endorsements: z.int(),
  replies: z.int(),
  endorsedByMe: z.boolean(),
});
export type Point = z.infer<typeof Point>;

export const Reply = z.strictObject({
  replyId: Id, body: z.string(), authorId: Id, authorName: z.string(), at: Instant, state: TextState, reason: z.optional(z.string()),
});
export type Reply = z.infer<typeof Reply>;

export const Choice = z.enum(['for', 'against', 'abstain']);
export type Choice = z.infer<typeof Choice>;

/** Ballots by choice; integers, one a household. */
export const Counts = z.strictObject({ for: z.int(), against: z.int(), abstain: z.int() });
export type Counts = z.infer<typeof Counts>;

export const Outcome = z.enum(['passed', 'rejected', 'noQuorum']);
export type Outcome = z.infer<typeof Outcome>;

/** What stands at the end: recounted from the ballots, never from a running figure. */
export const Result = z.strictObject({
  counts: Counts,
  /** Households on the frozen roll: the base of every share. */
  base: z.int(),
  /** Ballots that count towards the quorum (for + against + abstain). */
  taken: z.int(),
  quorum: z.strictObject({ needed: z.int(), reached: z.boolean() }),
  /** Ballots for that the decision needed, given those taking part. */
  needed: z.int(),
  outcome: Outcome,
  decision: z.string(),
  settledAt: Instant,
});
export type Result = z.infer<typeof Result>;

/** A vote of the community's council, one ballot a household. `turnout` is the live number of households that voted; no choice is shown before the end. */
export const Vote = z.strictObject({
  voteId: Id,
  proposalId: Id,
  communityId: CommunityId,
  question: z.string(),
  resolution: z.string(),
  openedAt: Instant,
  closesAt: Instant,
  phase: z.enum(['open', 'counting', 'decided']),
  rule: Rule,
  roll: z.strictObject({ households: z.int(), hash: Sha256 }),
  turnout: z.int(),
  result: z.optional(Result),
  /** Present for a resident of a household on the roll who is signed in: whether the household voted, and how when the caller cast it. */
  mine: z.optional(z.strictObject({ onRoll: z.boolean(), voted: z.boolean(), choice: z.optional(Choice), castAt: z.optional(Instant) })),
});
export type Vote = z.infer<typeof Vote>;

/** A text waiting for a worker. */
export const Review = z.strictObject({
  reviewId: Id,
  kind: z.enum(['proposal', 'point', 'reply']),
  proposalId: Id,
  title: z.string(),
  body: z.string(),
  authorName: z.string(),
  label: z.string(),
  askedAt: Instant,
});
export type Review = z.infer<typeof Review>;

const inProposal = { communityId: CommunityId, proposalId: Id };
const Receipt = z.strictObject({ id: Id, state: TextState, at: Instant });
/** Set after TEXT_RISKY: the author asks for a person's judgement and the text waits for a worker instead of being refused. */
const askReview = z.optional(z.boolean());

export const councils = defineContract({
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
    refusals: ['NOT_FOUND', 'NOT_DISCUSSING', 'TEXT_RISKY', 'TOO_MANY'],
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
  openVote: {
    summary: 'Open the vote on a proposal: freezes the roll and publishes its hash. Units: the roll, two for each KB of it, besides the opening',
    method: 'POST', path: '/councils/{communityId}/proposals/{proposalId}/vote', access: ['chair'],
    input: z.strictObject({ ...inProposal, question: line(80, '表决事项'), resolution: text(500, '决议内容'), closesAt: Instant }),
    output: z.strictObject({ voteId: Id, closesAt: Instant, households: z.int(), rollHash: Sha256 }),
    refusals: ['NOT_FOUND', 'NOT_ON_AGENDA', 'VOTE_EXISTS', 'ROLL_EMPTY', 'END_TOO_SOON', 'END_TOO_LATE'], units: 2000,
  },
  listVotes: {
    summary: 'Votes, newest first',
    method: 'GET', path: '/councils/{communityId}/votes', access: 'public',
    input: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    output: pageOf(Vote),
    refusals: [],
  },
  readVote: {
    summary: 'A vote and, after the end, its result: the same units at 10 and at 100,000 ballots',
    method: 'GET', path: '/councils/{communityId}/votes/{voteId}', access: 'public',
    input: z.strictObject({ communityId: CommunityId, voteId: Id }),
    output: Vote,
    refusals: ['NOT_FOUND'],
  },
  castVote: {
    summary: 'Cast the household\'s ballot: one conditional put, which is its own record',
    method: 'POST', path: '/councils/{communityId}/votes/{voteId}/ballots', access: ['resident'],
    input: z.strictObject({ communityId: CommunityId, voteId: Id, choice: Choice }),
    output: z.strictObject({ voteId: Id, choice: Choice, castAt: Instant }),
    refusals: ['NOT_FOUND', 'NOT_ON_ROLL', 'CLOSED', 'HOUSEHOLD_VOTED'], units: 2, ownRecord: true,
  },
  settleVote: {
    summary: 'Count an ended vote now instead of waiting for the minute\'s tick; repeating it changes nothing. Units: the text of the decision is kept with it',
    method: 'POST', path: '/councils/{communityId}/votes/{voteId}/settlement', access: ['chair', 'worker'],
    input: z.strictObject({ communityId: CommunityId, voteId: Id }),
    output: z.strictObject({ voteId: Id, outcome: Outcome, settledAt: Instant }),
    refusals: ['NOT_FOUND', 'NOT_CLOSED'], units: 12,
  },
});
