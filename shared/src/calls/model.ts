import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Attendance, Shift, Spot } from '@gongzhi/shared/kernel/service/model';
import { LONGEST_CALL_MS, MOST_BUILDINGS, MOST_NEEDED, MOST_SKILLS } from './rule-sets';

/** What people are called for. */
export const CAUSES = { flood: '防汛排涝', snow: '扫雪除冰', outage: '停水停电', other: '其他急事' } as const;
export const Cause = z.enum(Object.keys(CAUSES) as [keyof typeof CAUSES, ...(keyof typeof CAUSES)[]], '请选择是什么事');
export type Cause = z.infer<typeof Cause>;

/** What a call says. `skills`: by the words members choose from. No skills, no buildings: everybody is asked. */
export const Plan = z
  .strictObject({
    cause: Cause,
    title: line(30, '要做什么'),
    about: text(300, '说明'),
    place: line(40, '集合地点'),
    spot: z.optional(Spot),
    startsAt: Instant,
    endsAt: Instant,
    needed: z
      .int('请填写人数')
      .check(z.minimum(1, '至少 1 人'), z.maximum(MOST_NEEDED, `一次最多召集 ${MOST_NEEDED} 人`)),
    skills: z
      .array(z.string().check(z.regex(/^[a-z]{1,20}$/, '请从列出的特长中选择')))
      .check(z.maxLength(MOST_SKILLS, `最多选 ${MOST_SKILLS} 项特长`)),
    buildings: z.array(line(20, '楼栋')).check(z.maxLength(MOST_BUILDINGS, `最多写 ${MOST_BUILDINGS} 栋楼`)),
  })
  .check(
    z.refine(({ startsAt, endsAt }) => endsAt > startsAt, { error: '结束时间要晚于开始时间', path: ['endsAt'] }),
    z.refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= LONGEST_CALL_MS, {
      error: '一次召集最长 12 小时，更长的请再召集一次',
      path: ['endsAt'],
    }),
  );
export type Plan = z.infer<typeof Plan>;

/** `published`: people may come, until its shift has ended. */
export const Status = z.enum(['published', 'cancelled']);
export type Status = z.infer<typeof Status>;

/** A call as it is shown in a list. Its shift bears the same id: a call has one. */
export const Call = z.strictObject({
  callId: Id,
  cause: Cause,
  title: z.string(),
  place: z.string(),
  spot: z.optional(Spot),
  status: Status,
  reason: z.optional(z.string()),
  at: Instant,
  /** Sent although people are not disturbed at that hour. */
  quiet: z.boolean(),
  endedAt: z.optional(Instant),
  shift: Shift,
});
export type Call = z.infer<typeof Call>;

/** What somebody who was asked said. `withdrawn`: said to come, and then not to. */
export const Answer = z.enum(['asked', 'coming', 'cannot', 'withdrawn']);
export type Answer = z.infer<typeof Answer>;

/** A call somebody was asked to come to, with what they said. */
export const Mine = z.strictObject({
  call: Call,
  answer: Answer,
  askedAt: Instant,
  answeredAt: z.optional(Instant),
  /** Their place, once they said to come. */
  place: z.optional(Attendance),
});
export type Mine = z.infer<typeof Mine>;

const said = { coming: z.int(), arrived: z.int(), cannot: z.int(), withdrawn: z.int(), noAnswer: z.int() };
/** A call as the street sees it: what, where, when, and numbers. A number that would tell of fewer than three people is absent, and with it those it could be found from. */
export const StreetCall = z.strictObject({
  callId: Id,
  communityId: CommunityId,
  communityName: z.string(),
  cause: Cause,
  title: z.string(),
  status: Status,
  at: Instant,
  startsAt: Instant,
  endsAt: Instant,
  endedAt: z.optional(Instant),
  needed: z.int(),
  asked: z.optional(z.int()),
  said: z.optional(z.strictObject(said)),
});
export type StreetCall = z.infer<typeof StreetCall>;

/** How a call stands, in numbers. `asking`: members are still being asked. */
export const Counts = z.strictObject({
  needed: z.int(),
  asked: z.int(),
  ...said,
  asking: z.boolean(),
});
export type Counts = z.infer<typeof Counts>;
