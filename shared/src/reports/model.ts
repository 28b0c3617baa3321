import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Grade, Track } from '@gongzhi/shared/hours/model';
import { Instant, Sha256 } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { PeriodId } from '@gongzhi/shared/kernel/periods';

/** Where a line of service comes from. */
export const Source = z.enum(['volunteering', 'wishes', 'calls']);
export type Source = z.infer<typeof Source>;
export const MemberKind = z.enum(['branch', 'inService', 'retired', 'company']);
export type MemberKind = z.infer<typeof MemberKind>;
/** What whoever was served said of it. */
export const Served = z.strictObject({ at: Instant, words: z.optional(z.string()) });
export type Served = z.infer<typeof Served>;

/** One line of a member's record: a line of the ledger of hours. `takenBack`: another line reversed it; `reversal`: it is that line. */
export const RecordLine = z.strictObject({
  entryId: Id,
  activityId: Id,
  shiftId: Id,
  title: z.string(),
  kind: z.string(),
  source: Source,
  /** Central work of the community (中心工作), shown apart. */
  central: z.boolean(),
  from: Instant,
  to: Instant,
  minutes: z.int(),
  grade: Grade,
  track: Track,
  state: z.enum(['stands', 'takenBack', 'reversal']),
  served: z.optional(Served),
});
export type RecordLine = z.infer<typeof RecordLine>;

/** One service as a report says it: strictly what, when, how long, by what evidence. `n` is its number in the report. */
export const Line = z.strictObject({
  n: z.int(),
  day: z.iso.date(),
  kind: z.string(),
  minutes: z.int(),
  grade: Grade,
  confirmed: z.boolean(),
});
export type Line = z.infer<typeof Line>;
/** Sums of service; `minutes` are those of the track `recorded`. */
export const Part = z.strictObject({
  count: z.int(),
  minutes: z.int(),
  grades: z.array(z.strictObject({ grade: Grade, minutes: z.int() })),
});
export type Part = z.infer<typeof Part>;
export const Sums = z.strictObject({ service: Part, central: Part, honorary: z.int(), confirmations: z.int() });
export type Sums = z.infer<typeof Sums>;

/** What a report says: these facts and nothing else leave the community. */
export const Facts = z.strictObject({
  name: z.string(),
  memberKind: MemberKind,
  branch: z.string(),
  unit: z.optional(z.string()),
  period: PeriodId,
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  ...Sums.shape,
  lines: z.array(Line),
  centralLines: z.array(Line),
});
export type Facts = z.infer<typeof Facts>;

/** An objection and its answer. `again`: prepared anew from the ledger; `leftOut`: without the lines; `kept`: as it was. */
export const Turn = z.strictObject({
  version: z.int(),
  lines: z.array(z.int()),
  words: z.string(),
  goesAlong: z.boolean(),
  at: Instant,
  verdict: z.optional(z.enum(['again', 'leftOut', 'kept'])),
  answer: z.optional(z.string()),
  answeredAt: z.optional(Instant),
});
export type Turn = z.infer<typeof Turn>;

/** How a report stands, computed from its instants. `stopped`: the consent or the membership it goes back to is no more. */
export const ReportState = z.enum(['prepared', 'seen', 'objected', 'kept', 'agreed', 'sent', 'read', 'stopped']);
export type ReportState = z.infer<typeof ReportState>;

/** `2026-` and ten characters nobody can guess. */
export const ReportNumber = z
  .string('请填写报告编号')
  .check(z.regex(/^\d{4}-[0-9A-HJKMNP-TV-Z]{10}$/, '请填写报告编号，例如 2026-AB2CD3EF4G'));
/** The first characters of the hash, printed beside the number. */
export const CheckCode = z.string('请填写校验码').check(z.regex(/^[0-9a-f]{16}$/, '校验码是 16 位字符'));

export const Head = z.strictObject({
  memberId: Id,
  name: z.string(),
  period: PeriodId,
  version: z.int(),
  state: ReportState,
  count: z.int(),
  minutes: z.int(),
  preparedAt: Instant,
  seenAt: z.optional(Instant),
  /** Until when the member may object; known once it was seen. */
  objectUntil: z.optional(Instant),
  agreedAt: z.optional(Instant),
  sentAt: z.optional(Instant),
  readAt: z.optional(Instant),
  readOnPaper: z.optional(z.boolean()),
  number: z.optional(ReportNumber),
});
export type Head = z.infer<typeof Head>;

/** A report as its member and the branch's secretary see it. */
export const Report = z.strictObject({
  ...Head.shape,
  facts: Facts,
  turns: z.array(Turn),
  /** Words of those who were served, by the number of their line: the member chooses which go along. */
  offered: z.array(z.strictObject({ n: z.int(), words: z.string() })),
  chosen: z.array(z.int()),
  /** Whether there is a unit it can be sent to. */
  hasUnit: z.boolean(),
});
export type Report = z.infer<typeof Report>;

/** What was signed and sent: the facts as JSON, its hash and the Ed25519 signature over it. */
export const Signed = z.strictObject({
  number: ReportNumber,
  json: z.string(),
  hash: Sha256,
  key: z.string(),
  x: z.string(),
  signature: z.string(),
  signedAt: Instant,
});
export type Signed = z.infer<typeof Signed>;

export const Sheet = z.strictObject({
  fileName: z.string(),
  mediaType: z.literal('application/pdf'),
  base64: z.string(),
});
