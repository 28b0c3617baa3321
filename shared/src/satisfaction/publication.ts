import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { Asked, Due, ListRef, Owner } from '@gongzhi/shared/kernel/task';
import { QuestionId, Round } from './model';
import { PUBLICATION } from './rule-sets';

/** What a line of 我们听到的 points at: the overall answers, or one question of the result. */
export const Pointed = z.union([z.literal('overall'), QuestionId]);
export type Pointed = z.infer<typeof Pointed>;

/** One line of 我们听到的. */
export const Heard = z.strictObject({ words: text(100, '听到的'), about: z.optional(Pointed) });
export type Heard = z.infer<typeof Heard>;

/** One item of 我们要做的 as it is written. */
export const Promised = z.strictObject({
  title: line(40, '要做的事'),
  what: text(150, '怎么做'),
  owner: Asked,
  due: Due,
  listRef: ListRef,
});
export type Promised = z.infer<typeof Promised>;

/** One item of 我们要做的 as it was published; its task has the same id. `dueAt`: the end of its last day as it was promised. */
export const Doing = z.strictObject({
  taskId: Id,
  title: z.string(),
  what: z.string(),
  owner: Owner,
  listRef: ListRef,
  dueAt: Instant,
  estimated: z.boolean(),
});
export type Doing = z.infer<typeof Doing>;

/** A version of the community's answer to a result, never changed. `why`: what made a later version needed. */
export const Publication = z.strictObject({
  version: z.int(),
  at: Instant,
  byName: z.string(),
  heard: z
    .array(z.strictObject({ words: z.string(), about: z.optional(Pointed) }))
    .check(z.maxLength(PUBLICATION.mostHeard)),
  doing: z.array(Doing).check(z.maxLength(PUBLICATION.mostDoing)),
  why: z.optional(z.string()),
});
export type Publication = z.infer<typeof Publication>;

/**
 * Whether the community has answered a result: it has (`published`), has time until `dueAt` (`waiting`), or has let it
 * pass (`overdue`). `notNeeded`: fewer than ten answered, so that nothing was told that could be answered.
 */
export const Response = z.strictObject({
  state: z.enum(['published', 'waiting', 'overdue', 'notNeeded']),
  dueAt: Instant,
  versions: z.int(),
  publishedAt: z.optional(Instant),
});
export type Response = z.infer<typeof Response>;

/** A result with whether it was answered. */
export const AnsweredResult = z.strictObject({ ...Result.shape, response: Response });
export type AnsweredResult = z.infer<typeof AnsweredResult>;
/** A round as the street oversees it, with whether its result was answered once there is one. */
export const OverseenRound = z.strictObject({ ...Round.shape, response: z.optional(Response) });
export type OverseenRound = z.infer<typeof OverseenRound>;
