import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Attendance } from '@gongzhi/shared/kernel/service/model';

/** What is wished for: somebody's help, or a thing. */
export const What = z.enum(['help', 'thing'], '请选择要帮忙还是要东西');
export type What = z.infer<typeof What>;

/** What everybody may know of whose wish it is. `named`: what they are called; `building`: the building alone; `hidden`: nothing. */
export const Level = z.enum(['named', 'building', 'hidden'], '请选择别人能看到什么');
export type Level = z.infer<typeof Level>;

/** What somebody writes who wishes for something. `door`: told to the claimer alone, when a visit is arranged. */
export const Wish = z.strictObject({
  title: line(20, '心愿'),
  about: text(200, '说明'),
  what: What,
  /** What it may cost, in fen. */
  budget: z.int('请填写大概要花多少钱').check(z.minimum(0, '金额不能是负数'), z.maximum(10_000_000, '金额太大')),
  level: Level,
  callName: line(10, '怎么称呼'),
  building: z.optional(line(10, '楼栋')),
  door: z.optional(line(30, '门牌号')),
  /** A worker writes it for somebody without a phone. */
  behalf: z.optional(z.boolean()),
});
export type Wish = z.infer<typeof Wish>;

/**
 * `waiting`: a worker looks at it first. `claimed`: somebody does it; a claim that ran out is `open` again without anything
 * being written. `done`: the claimer says so. `served`: the wisher, or a worker for them, says so.
 */
export const State = z.enum(['waiting', 'open', 'claimed', 'done', 'served', 'declined', 'withdrawn']);
export type State = z.infer<typeof State>;

/** What everybody may see of a wish in a list. `who`: as far as its level goes. */
export const Card = z.strictObject({
  wishId: Id,
  title: z.string(),
  what: What,
  budget: z.int(),
  level: Level,
  who: z.optional(z.strictObject({ callName: z.optional(z.string()), building: z.optional(z.string()) })),
  state: State,
});
export type Card = z.infer<typeof Card>;

/** A card with what is written about the wish. */
export const Shown = z.strictObject({ ...Card.shape, about: z.string() });
export type Shown = z.infer<typeof Shown>;

/** When the claimer comes, and what came of it. */
export const Visit = z.strictObject({
  shiftId: Id,
  startsAt: Instant,
  endsAt: Instant,
  claimerId: Id,
  inAt: Attendance.shape.inAt,
  outAt: Attendance.shape.outAt,
  late: Attendance.shape.late,
  service: Attendance.shape.service,
});
export type Visit = z.infer<typeof Visit>;

/** What whoever has to do with a wish sees of it. */
export const Inside = z.strictObject({
  ...Shown.shape,
  as: z.enum(['wisher', 'claimer', 'worker']),
  /** The server's clock: a code is shown by it, whatever the phone's says. */
  now: Instant,
  at: Instant,
  behalf: z.boolean(),
  callName: z.string(),
  building: z.optional(z.string()),
  door: z.optional(z.string()),
  /** Whether there is a door to come to. */
  hasDoor: z.boolean(),
  /** Why it was declined. */
  reason: z.optional(z.string()),
  /** Why it was handed back, for the wisher; why it was sent back, for the claimer. */
  handedBack: z.optional(z.string()),
  sentBack: z.optional(z.string()),
  claimerId: z.optional(Id),
  claimerName: z.optional(z.string()),
  claimedUntil: z.optional(Instant),
  visit: z.optional(Visit),
  served: z.optional(z.strictObject({ at: Instant, by: z.enum(['wisher', 'worker']), word: z.optional(z.string()) })),
  /** Which workers read whose wish it is, the latest first; for the wisher. */
  reads: z.optional(z.array(z.strictObject({ at: Instant, by: z.string() }))),
});
export type Inside = z.infer<typeof Inside>;
