import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';

/** What is needed or offered. Money is not among them: none is collected or passed on here. */
export const THINGS = { place: '场地', goods: '物品', skills: '技能服务', people: '人手' } as const;
export const NeedKind = z.enum(['place', 'goods', 'skills', 'people'], '请选择需要哪一类');
export type NeedKind = z.infer<typeof NeedKind>;
export const ResourceKind = z.enum(['place', 'goods', 'skills'], '请选择提供哪一类');
export type ResourceKind = z.infer<typeof ResourceKind>;

/** What somebody writes of a need. `amount`: how much, in words. */
export const NeedPlan = z.strictObject({
  title: line(30, '需要什么'),
  kind: NeedKind,
  about: text(300, '说明'),
  amount: z.optional(line(20, '数量')),
});
export type NeedPlan = z.infer<typeof NeedPlan>;

/** `waiting`: a worker looks at it first; `taken`: a project is made of it; `closed`: taken back. */
export const NeedState = z.enum(['waiting', 'open', 'taken', 'done', 'closed', 'declined']);
export type NeedState = z.infer<typeof NeedState>;
export const Need = z.strictObject({
  needId: Id,
  title: z.string(),
  kind: NeedKind,
  about: z.string(),
  amount: z.optional(z.string()),
  /** The community itself, or a resident, who is not named. */
  by: z.enum(['community', 'resident']),
  at: Instant,
  state: NeedState,
  /** Why it was not published: to its author and to workers. */
  reason: z.optional(z.string()),
  projectId: z.optional(Id),
  mine: z.boolean(),
});
export type Need = z.infer<typeof Need>;

/** What a unit's contact writes of something offered. `when`: when it can be had. */
export const ResourcePlan = z.strictObject({
  title: line(30, '提供什么'),
  kind: ResourceKind,
  about: text(300, '说明'),
  when: z.optional(line(40, '什么时候可以用')),
});
export type ResourcePlan = z.infer<typeof ResourcePlan>;

export const ResourceState = z.enum(['waiting', 'open', 'closed', 'declined']);
export type ResourceState = z.infer<typeof ResourceState>;
export const Resource = z.strictObject({
  resourceId: Id,
  title: z.string(),
  kind: ResourceKind,
  about: z.string(),
  when: z.optional(z.string()),
  unitId: Id,
  unitName: z.string(),
  at: Instant,
  state: ResourceState,
  reason: z.optional(z.string()),
});
export type Resource = z.infer<typeof Resource>;
