import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Kind, Spot } from '@gongzhi/shared/kernel/service/model';
import { LONGEST_SHIFT_MS, MOST_SLOTS } from './rule-sets';

/** Who organises: the community itself, a social organisation, or residents of a building or group. */
export const By = z.strictObject({
  kind: z.enum(['community', 'organisation', 'residents'], '请选择主办方'),
  name: line(30, '主办方名称'),
});
export type By = z.infer<typeof By>;

/** The accident insurance taken out for an activity (志愿服务条例 第十七条). `until`: its last day, China time. */
export const Insurance = z.strictObject({
  insurer: line(30, '保险公司'),
  policy: line(40, '保单号'),
  until: z.iso.date('请填写保险的最后一天'),
});
export type Insurance = z.infer<typeof Insurance>;

/** What an organiser writes of an activity. `risk`: told before anybody signs up; `risky`: insurance is needed. */
export const Plan = z.strictObject({
  title: line(30, '活动名称'),
  by: By,
  kind: Kind,
  about: text(1000, '活动说明'),
  place: line(40, '集合地点'),
  spot: z.optional(Spot),
  skills: z.array(line(10, '技能')).check(z.maxLength(5, '最多写 5 项技能')),
  bring: z.optional(line(40, '要带的东西')),
  /** Whether those under age may come with a guardian's consent. */
  minors: z.boolean(),
  risk: z.optional(text(300, '风险提示')),
  risky: z.boolean(),
  insurance: z.optional(Insurance),
});
export type Plan = z.infer<typeof Plan>;

/** `proposed`: waits for the community; only a `published` one takes people. */
export const Status = z.enum(['proposed', 'published', 'declined', 'cancelled']);
export type Status = z.infer<typeof Status>;

/** What is shown of an activity in a list. */
export const Head = z.strictObject({
  activityId: Id,
  title: z.string(),
  by: z.strictObject({ kind: By.shape.kind, name: z.string() }),
  kind: Kind,
  place: z.string(),
  spot: z.optional(Spot),
  skills: z.array(z.string()),
  minors: z.boolean(),
  risky: z.boolean(),
  insured: z.boolean(),
  organiserId: Id,
  status: Status,
  reason: z.optional(z.string()),
});
export type Head = z.infer<typeof Head>;

/** When a shift is and how many it takes. */
export const Times = z
  .strictObject({
    startsAt: Instant,
    endsAt: Instant,
    slots: z.int('请填写人数').check(z.minimum(1, '至少 1 人'), z.maximum(MOST_SLOTS, `一个班次最多 ${MOST_SLOTS} 人`)),
  })
  .check(
    z.refine(({ startsAt, endsAt }) => endsAt > startsAt, { error: '结束时间要晚于开始时间', path: ['endsAt'] }),
    z.refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= LONGEST_SHIFT_MS, {
      error: '一个班次最长 12 小时，更长的请分成几个班次',
      path: ['endsAt'],
    }),
  );
export type Times = z.infer<typeof Times>;
