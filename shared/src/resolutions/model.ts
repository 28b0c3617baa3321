import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { ListRef, Owner } from '@gongzhi/shared/kernel/task';

/**
 * How far a task is, in words and without percentages. `done`: finished, and those who asked for it are to say whether
 * they accept it. `sentBack`: they did not.
 */
export const TaskState = z.enum(['notStarted', 'doing', 'blocked', 'done', 'sentBack', 'accepted']);
export type TaskState = z.infer<typeof TaskState>;

/** Answers of one round, people. `no` holds the author's as well; `seconds`: neighbours who second a sending back. */
export const Answers = z.strictObject({
  yes: z.int(),
  no: z.int(),
  seconds: z.int(),
  authorYes: z.boolean(),
  authorNo: z.boolean(),
});
export type Answers = z.infer<typeof Answers>;

/** A task as a list shows it. Whether it is overdue follows from `dueAt`, `doneAt` and the clock: rules.ts. */
export const TaskHead = z.strictObject({
  taskId: Id,
  proposalId: Id,
  title: z.string(),
  owner: Owner,
  listRef: ListRef,
  state: TaskState,
  addedAt: Instant,
  /** The end of the last day; the first one stays whatever is extended. */
  dueAt: Instant,
  firstDueAt: Instant,
  /** The due date was counted over a year whose holidays were not yet announced. */
  estimated: z.boolean(),
  extensions: z.int(),
  /** How often the result was sent back. */
  reopens: z.int(),
  /** Which finishing of the task is being answered; 0 before the first. */
  round: z.int(),
  doneAt: z.optional(Instant),
  /** Until when the result may be answered. */
  answersUntil: z.optional(Instant),
  acceptedAt: z.optional(Instant),
  /** The time to answer passed without a word, and so the result stands. */
  acceptedInSilence: z.optional(z.boolean()),
  answers: Answers,
});
export type TaskHead = z.infer<typeof TaskHead>;

/** A task, whole. `mine`: what the reader is to it and has said in this round. */
export const Task = z.strictObject({
  ...TaskHead.shape,
  what: z.string(),
  mine: z.strictObject({
    author: z.boolean(),
    supporter: z.boolean(),
    answered: z.optional(z.enum(['accept', 'sendBack'])),
    seconded: z.boolean(),
  }),
});
export type Task = z.infer<typeof Task>;

/** One step of a task. `words`: what was said; absent while a worker has yet to publish it. */
export const Step = z.strictObject({
  stepId: Id,
  kind: z.enum(['progress', 'blocked', 'done', 'extended', 'reassigned']),
  at: Instant,
  byName: z.string(),
  words: z.optional(z.string()),
  dueAt: z.optional(Instant),
  owner: z.optional(z.string()),
});
export type Step = z.infer<typeof Step>;

/** What somebody who proposed or supported said of a result. */
export const Said = z.strictObject({
  personId: Id,
  round: z.int(),
  verdict: z.enum(['accept', 'sendBack']),
  byName: z.string(),
  author: z.boolean(),
  at: Instant,
  reason: z.optional(z.string()),
  /** The reason waits for a worker: only its author and workers read it. */
  waiting: z.boolean(),
});
export type Said = z.infer<typeof Said>;

export const Helped = z.enum(['helped', 'partly', 'not']);
export type Helped = z.infer<typeof Helped>;

/** The review of a resolution. Figures only from SHOWN_FROM answers on. */
export const Review = z.strictObject({
  opensAt: Instant,
  closesAt: Instant,
  phase: z.enum(['before', 'open', 'ended']),
  n: z.int(),
  figures: z.optional(z.strictObject({ helped: z.int(), partly: z.int(), not: z.int() })),
  mine: z.optional(Helped),
});
export type Review = z.infer<typeof Review>;

/** A resolution in a list. */
export const ResolutionHead = z.strictObject({
  proposalId: Id,
  communityId: CommunityId,
  title: z.string(),
  /** None: it is what the community promised after a survey, and `proposalId` is the survey's round. */
  voteId: z.optional(Id),
  decidedAt: Instant,
  tasks: z.int(),
  completedAt: z.optional(Instant),
});
export type ResolutionHead = z.infer<typeof ResolutionHead>;

/** A resolution with its tasks by due date, and its review when there is one. */
export const Resolution = z.strictObject({
  ...ResolutionHead.shape,
  items: z.array(TaskHead),
  review: z.optional(Review),
});
export type Resolution = z.infer<typeof Resolution>;
