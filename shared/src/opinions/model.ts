import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { MOST_BRIDGES, MOST_GROUPS, MOST_SAYINGS, MOST_SHOWN } from './thresholds';

/** What somebody says to a statement. `pass`: no view, or it depends; it counts as an answer. */
export const Answer = z.enum(['agree', 'disagree', 'pass']);
export type Answer = z.infer<typeof Answer>;

/** A statement's number within its matter, in digits: they are numbered as they become public, from 0. */
export const StatementNo = z.string().check(z.regex(/^(0|[1-9]\d{0,4})$/));
export type StatementNo = z.infer<typeof StatementNo>;

export const TextState = z.enum(['published', 'waiting', 'refused']);
export type TextState = z.infer<typeof TextState>;

const count = z.int().check(z.minimum(0));
export const Tally = z.strictObject({ agree: count, disagree: count, pass: count });
export type Tally = z.infer<typeof Tally>;

/** One's own answer, with the words it was given to. */
export const MyAnswer = z.strictObject({ no: StatementNo, body: z.string(), answer: Answer });
export type MyAnswer = z.infer<typeof MyAnswer>;

/** One's own statement that is not public: it waits for a worker, or was refused with a reason. */
export const MyStatement = z.strictObject({
  statementId: Id,
  body: z.string(),
  state: z.enum(['waiting', 'refused']),
  reason: z.optional(z.string()),
});
export type MyStatement = z.infer<typeof MyStatement>;

/** A statement in the picture: how all answered, and each group; a group of which too few answered is null. */
export const Shown = z.strictObject({
  no: StatementNo,
  body: z.string(),
  all: Tally,
  groups: z.array(z.nullable(Tally)).check(z.maxLength(MOST_GROUPS)),
});
export type Shown = z.infer<typeof Shown>;
export const Said = z.strictObject({ no: StatementNo, side: z.enum(['agree', 'disagree']) });
export type Said = z.infer<typeof Said>;

/** A group: its size, where its middle lies in the drawing (−100 to 100 on both axes), and what it says that others do not. Nobody is named. */
export const Group = z.strictObject({
  size: z.int(),
  x: z.int(),
  y: z.int(),
  says: z.array(Said).check(z.maxLength(MOST_SAYINGS)),
});
export type Group = z.infer<typeof Group>;

/** What the answers of a matter show together. Where `shown` is false there are fewer than fifteen people to place, and nothing but numbers is there. */
export const Picture = z.strictObject({
  shown: z.boolean(),
  /** People who answered at all, and of them those with enough answers to be placed. */
  people: z.int(),
  placed: z.int(),
  needed: z.int(),
  votes: z.int(),
  statements: z.int(),
  computedAt: z.optional(Instant),
  groups: z.array(Group).check(z.maxLength(MOST_GROUPS)),
  bridges: z.array(Said).check(z.maxLength(MOST_BRIDGES)),
  majority: z.array(Said).check(z.maxLength(MOST_BRIDGES)),
  table: z.array(Shown).check(z.maxLength(MOST_SHOWN)),
});
export type Picture = z.infer<typeof Picture>;

/** A statement waiting for a worker. */
export const StatementReview = z.strictObject({
  reviewId: Id,
  proposalId: Id,
  title: z.string(),
  body: z.string(),
  authorName: z.string(),
  label: z.string(),
  askedAt: Instant,
});
export type StatementReview = z.infer<typeof StatementReview>;
