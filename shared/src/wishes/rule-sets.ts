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
