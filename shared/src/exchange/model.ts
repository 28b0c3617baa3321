import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { MOST_PER_HOUR } from './rule-sets';

const perHour = (what: string) =>
  z.int(`请填写${what}`).check(z.minimum(0, '不能少于 0'), z.maximum(MOST_PER_HOUR, `不能超过 ${MOST_PER_HOUR}`));

/** `recorded`: minutes between a check-in and a check-out. `honorary`: made up later, with a reason and an approver. */
export const Track = z.enum(['recorded', 'honorary']);
export type Track = z.infer<typeof Track>;

/** How a community gives points. `from`: the day from which it holds, China time. `shownAs`: what a point is called. */
export const PointsRule = z.strictObject({
  perRecordedHour: perHour('每小时记录时长的积分'),
  perHonoraryHour: perHour('每小时荣誉时长的积分'),
  from: z.iso.date('请填写开始的日期'),
  shownAs: z.enum(['points', 'time']),
});
export type PointsRule = z.infer<typeof PointsRule>;

/** One version of the rule. No version is ever changed. */
export const RuleVersion = z.strictObject({ ...PointsRule.shape, version: z.int(), setAt: Instant });
export type RuleVersion = z.infer<typeof RuleVersion>;

/** What is one's own. `balance` and `debt` in sixtieths of a point (PARTS), one of them 0; hours in minutes. */
export const Account = z.strictObject({
  balance: z.int(),
  /** What was taken back after it had been spent: points given later pay it first. */
  debt: z.int(),
  recorded: z.int(),
  honorary: z.int(),
});
export type Account = z.infer<typeof Account>;

/**
 * One entry of one's own points, never changed. `parts`: sixtieths, negative when taken. `hours`, `reversed`: from service;
 * `taken`: exchanged, and how it stands; `returned`: the points of a cancelled exchange.
 */
export const Entry = z.strictObject({
  entryId: z.string(),
  kind: z.enum(['hours', 'reversed', 'taken', 'returned']),
  parts: z.int(),
  at: Instant,
  track: z.optional(Track),
  minutes: z.optional(z.int()),
  activityId: z.optional(Id),
  title: z.optional(z.string()),
  state: z.optional(z.enum(['waiting', 'handed', 'cancelled'])),
});
export type Entry = z.infer<typeof Entry>;

/** What came of a year, by the days on which one served: for its owner alone. */
export const Year = z.strictObject({
  year: z.int(),
  recorded: z.int(),
  honorary: z.int(),
  /** Shifts with recorded time. */
  services: z.int(),
  thanks: z.int(),
  /** Recorded minutes by kind of activity, the most first. */
  kinds: z.array(z.strictObject({ kind: z.string(), minutes: z.int() })),
  /** Recorded minutes of all years together, for the milestones. */
  total: z.int(),
});
export type Year = z.infer<typeof Year>;
