import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { MOST_CLASSES, PROJECTS } from './rule-sets';

const most = PROJECTS.mostSlots.value;
const ClassName = line(10, '岗位类别');

/** The classes a community has. `verified`: whether their names were read in the text of a rule. */
export const PostClasses = z.strictObject({
  names: z.array(z.string()),
  source: z.string(),
  sourceDate: z.string(),
  verified: z.boolean(),
});
export type PostClasses = z.infer<typeof PostClasses>;
export const ClassNames = z.array(ClassName).check(
  z.minLength(1, '请至少保留一类岗位'),
  z.maxLength(MOST_CLASSES, `最多 ${MOST_CLASSES} 类岗位`),
  z.refine((names: string[]) => new Set(names).size === names.length, { error: '有两类岗位同名' }),
);

/** What a worker writes of a post (岗位). `needId`: the need it is set by. */
export const PostPlan = z.strictObject({
  className: ClassName,
  title: line(30, '岗位名称'),
  about: text(300, '做什么'),
  slots: z.int('请填写人数').check(z.minimum(1, '至少 1 人'), z.maximum(most, `一个岗位最多 ${most} 人`)),
  needId: z.optional(Id),
});
export type PostPlan = z.infer<typeof PostPlan>;

export const NominationState = z.enum(['asked', 'held', 'declined', 'given']);
export type NominationState = z.infer<typeof NominationState>;
export const Post = z.strictObject({
  postId: Id,
  className: z.string(),
  title: z.string(),
  about: z.string(),
  slots: z.int(),
  /** Places confirmed, of whomever. */
  taken: z.int(),
  state: z.enum(['open', 'closed']),
  needId: z.optional(Id),
  at: Instant,
  /** How the caller's own nomination stands. */
  mine: z.optional(NominationState),
});
export type Post = z.infer<typeof Post>;

/** A nomination as whoever confirms it sees it. */
export const Nomination = z.strictObject({
  postId: Id,
  title: z.string(),
  personId: Id,
  name: z.string(),
  at: Instant,
});
export type Nomination = z.infer<typeof Nomination>;

/** One's own. `reason`: why it was declined; nobody else reads it. */
export const MyNomination = z.strictObject({
  postId: Id,
  title: z.string(),
  state: NominationState,
  at: Instant,
  reason: z.optional(z.string()),
});
export type MyNomination = z.infer<typeof MyNomination>;
