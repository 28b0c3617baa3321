import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';

export const UNIT_KINDS = {
  organ: '机关',
  school: '学校',
  hospital: '医院',
  company: '企业',
  other: '其他单位',
} as const;
export const UnitKind = z.enum(
  Object.keys(UNIT_KINDS) as [keyof typeof UNIT_KINDS, ...(keyof typeof UNIT_KINDS)[]],
  '请选择单位类别',
);
export type UnitKind = z.infer<typeof UnitKind>;

/** Whether the unit lies in the community, or only its members live here. */
export const UnitWhere = z.enum(['here', 'elsewhere'], '请选择单位在不在本社区');
export type UnitWhere = z.infer<typeof UnitWhere>;

/** What is written of a unit: read by everybody. */
export const UnitProfile = z.strictObject({
  name: line(30, '单位名称'),
  kind: UnitKind,
  where: UnitWhere,
  address: z.optional(line(60, '地址')),
  about: z.optional(text(300, '单位介绍')),
});
export type UnitProfile = z.infer<typeof UnitProfile>;

/** That something holds no more: since when, and why, in words everybody reads. */
export const Over = z.strictObject({ at: Instant, reason: z.string() });
export type Over = z.infer<typeof Over>;

/** A unit as everybody sees it. `contacts`: how many speak for it in the app. */
export const Unit = z.strictObject({
  unitId: Id,
  name: z.string(),
  kind: UnitKind,
  where: UnitWhere,
  address: z.optional(z.string()),
  about: z.optional(z.string()),
  contacts: z.int(),
  /** It takes part no more; what it did stays. */
  closed: z.optional(Over),
});
export type Unit = z.infer<typeof Unit>;

/** An agreement on building the community together (共建协议), signed on paper. `from`, `until`: its first and last day, China time. */
export const AgreementPlan = z
  .strictObject({
    about: text(300, '协议内容'),
    from: z.iso.date('请填写开始的日期'),
    until: z.iso.date('请填写到期的日期'),
  })
  .check(z.refine(({ from, until }) => until >= from, { error: '到期的日期不能早于开始的日期', path: ['until'] }));
export type AgreementPlan = z.infer<typeof AgreementPlan>;

export const Agreement = z.strictObject({
  agreementId: Id,
  about: z.string(),
  from: z.string(),
  until: z.string(),
  at: Instant,
  /** It was ended before its last day. */
  withdrawn: z.optional(Over),
});
export type Agreement = z.infer<typeof Agreement>;

/** Thanks of the community to a unit, read by everybody; of what was taken off only since when and why. */
export const UnitThanks = z.strictObject({
  thanksId: Id,
  words: z.optional(z.string()),
  at: Instant,
  removed: z.optional(Over),
});
export type UnitThanks = z.infer<typeof UnitThanks>;
