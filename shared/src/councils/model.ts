import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { MOST_ROUNDS } from '@gongzhi/shared/kernel/ways/rounds';

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
export const Stage = z.enum([
  'waiting',
  'refused',
  'gathering',
  'agenda',
  'voting',
  'counting',
  'decided',
  'merged',
  'split',
]);
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
  /** What was opened is a poll, which decides nothing. */
  poll: z.optional(z.boolean()),
  /** Earlier votes that decided nothing, the oldest first. */
  pastVotes: z.optional(z.array(Id).check(z.maxLength(MOST_ROUNDS))),
  /** The matter this one became part of. */
  mergedInto: z.optional(Id),
  /** The two matters this one was parted in, and the one a part came from. */
  splitInto: z.optional(z.array(Id)),
  splitFrom: z.optional(Id),
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
  replyId: Id,
  body: z.string(),
  authorId: Id,
  authorName: z.string(),
  at: Instant,
  state: TextState,
  reason: z.optional(z.string()),
});
export type Reply = z.infer<typeof Reply>;

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
