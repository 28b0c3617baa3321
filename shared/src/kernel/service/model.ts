import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';

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
  central: '中心工作',
  other: '其他',
} as const;
export const Kind = z.enum(Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]], '请选择服务类别');
export type Kind = z.infer<typeof Kind>;

/** A public place in GCJ-02, the datum of maps in China, in millionths of a degree. */
export const Spot = z.strictObject({
  lat: z.int().check(z.minimum(3_000_000), z.maximum(54_000_000)),
  lng: z.int().check(z.minimum(73_000_000), z.maximum(136_000_000)),
});
export type Spot = z.infer<typeof Spot>;

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
