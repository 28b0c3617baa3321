import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { line } from '@gongzhi/shared/kernel/fields';
import type { Sourced } from '@gongzhi/shared/kernel/service/rule-sets';

const ours = <T>(value: T): Sourced<T> => ({
  ...{ value, source: '社区微心愿办法（由社区自定，系统管理单位可以修改）' },
  ...{ sourceDate: '2026-11-27', verified: true },
});

export const WISHES = {
  /** What a wish may cost, in fen: a wish is small, so that whoever takes it is not asked for more than they would give. */
  budgetFen: ours(20_000),
  /** A claim without a visit ahead and without a word that it is done runs out after so many days. */
  claimDays: ours(7),
  /** A visit begins within so many days after the claim. */
  visitDays: ours(30),
  /** A visit lasts at most so many hours. */
  visitHours: ours(4),
} as const;

const days = (most: number) =>
  z.int('请填写天数').check(z.minimum(1, '至少 1 天'), z.maximum(most, `不能超过 ${most} 天`));
/** How a community does it. A wish and a claim that are there go on by the rule they were made under. */
export const WishRule = z.strictObject({
  /** Fen. */
  budgetFen: z
    .int('请填写金额')
    .check(z.minimum(0, '金额不能是负数'), z.maximum(100_000, '不能超过 1000 元，再多的请另想办法')),
  claimDays: days(30),
  visitDays: days(60),
});
export type WishRule = z.infer<typeof WishRule>;
/** A rule with where it comes from, as the community says; ours until it says so. */
export const NewWishRule = z.strictObject({ ...WishRule.shape, source: line(120, '依据') });
export const WISH_DEFAULTS: WishRule = {
  budgetFen: WISHES.budgetFen.value,
  claimDays: WISHES.claimDays.value,
  visitDays: WISHES.visitDays.value,
};
