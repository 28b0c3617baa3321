import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { LONGEST_SHIFT_MS, MOST_SLOTS } from './rule-sets';

/** What kind of service it is, for finding and for statistics. */
export const KINDS = {
  environment: '环境卫生',
  elderly: '为老服务',
  children: '儿童服务',
  order: '秩序安全',
  culture: '文体活动',
  repair: '便民维修',
  health: '健康义诊',
  neighbour: '邻里互助',
  other: '其他',
} as const;
export const Kind = z.enum(Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]], '请选择服务类别');
export type Kind = z.infer<typeof Kind>;

/** Who organises: the community itself, a social organisation, or residents of a building or group. */
export const By = z.strictObject({
  kind: z.enum(['community', 'organisation', 'residents'], '请选择主办方'),
  name: line(30, '主办方名称'),
});
export type By = z.infer<typeof By>;

/** A public place in GCJ-02, the datum of maps in China, in millionths of a degree. */
export const Spot = z.strictObject({
  lat: z.int().check(z.minimum(3_000_000), z.maximum(54_000_000)),
  lng: z.int().check(z.minimum(73_000_000), z.maximum(136_000_000)),
});
export type Spot = z.infer<typeof Spot>;

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

/** A shift as it stands. `taken`: places taken; `waiting`: people on the waiting list. */
export const Shift = z.strictObject({
  shiftId: Id,
  activityId: Id,
  startsAt: Instant,
  endsAt: Instant,
  slots: z.int(),
  taken: z.int(),
  waiting: z.int(),
  cancelled: z.optional(z.string()),
});
export type Shift = z.infer<typeof Shift>;

export const Place = z.enum(['taken', 'waiting', 'withdrawn']);
export type Place = z.infer<typeof Place>;

/** Where somebody was when checking in: never coordinates. `unknown`: told nothing, or not accurately enough. */
export const Band = z.enum(['here', 'near', 'far', 'unknown']);
export type Band = z.infer<typeof Band>;

/** How a check was made: the organiser's code was scanned, the organiser scanned the volunteer's, or the organiser's word. */
export const Via = z.enum(['code', 'scan', 'word']);
export type Via = z.infer<typeof Via>;

/**
 * By what minutes are proved, the strongest first. `placed`: both ends scanned, and the phone was at the place. `scanned`:
 * both ends scanned. `confirmed`: the organiser's word for an end, or for scans that came later without a network.
 * `capped`: the check-out was forgotten, and the organiser let the service end with the shift.
 */
export const Grade = z.enum(['placed', 'scanned', 'confirmed', 'capped']);
export type Grade = z.infer<typeof Grade>;

/** Service that counts. A later version stands in place of the earlier one. */
export const Service = z.strictObject({
  from: Instant,
  to: Instant,
  minutes: z.int().check(z.minimum(0)),
  grade: Grade,
  version: z.int(),
});
export type Service = z.infer<typeof Service>;

/** Whether a guardian has agreed that somebody under age comes. */
export const Consent = z.enum(['asked', 'given', 'refused', 'paper']);
export type Consent = z.infer<typeof Consent>;

/** What one person is and did in a shift. `late`: scanned without a network and sent later. */
export const Attendance = z.strictObject({
  shiftId: Id,
  activityId: Id,
  personId: Id,
  name: z.string(),
  place: Place,
  at: Instant,
  consent: z.optional(Consent),
  walkIn: z.optional(z.boolean()),
  inAt: z.optional(Instant),
  inVia: z.optional(Via),
  band: z.optional(Band),
  outAt: z.optional(Instant),
  outVia: z.optional(Via),
  late: z.optional(z.boolean()),
  service: z.optional(Service),
});
export type Attendance = z.infer<typeof Attendance>;
