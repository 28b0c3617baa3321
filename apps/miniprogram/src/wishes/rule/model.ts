import type { WishRule } from '@gongzhi/shared/wishes/rule-sets';

/** The rule as it is filled in; money in yuan. */
export interface Draft {
  yuan: string;
  claimDays: string;
  visitDays: string;
  source: string;
}
const FEN = 100;
export const draftOf = ({ budgetFen, claimDays, visitDays, source }: WishRule & { source: string }): Draft => ({
  ...{ yuan: String(budgetFen / FEN), claimDays: String(claimDays), visitDays: String(visitDays), source },
});

const wholeOf = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN);
/** What is sent; NaN for what is no number, which the check then names. */
export const ruleOf = ({ yuan, claimDays, visitDays, source }: Draft) => ({
  ...{ budgetFen: wholeOf(yuan) * FEN, claimDays: wholeOf(claimDays), visitDays: wholeOf(visitDays), source },
});

const within = (typed: string, least: number, most: number) => wholeOf(typed) >= least && wholeOf(typed) <= most;
/** What is wrong of the draft, in words; undefined when nothing is. */
export const wrongOf = ({ yuan, claimDays, visitDays, source }: Draft): string | undefined => {
  if (!within(yuan, 0, 1_000)) return '最多花多少钱，请填 0 到 1000 之间的整数';
  if (!within(claimDays, 1, 30)) return '认领保留几天，请填 1 到 30 之间的整数';
  if (!within(visitDays, 1, 60)) return '几天内上门，请填 1 到 60 之间的整数';
  return source.trim() ? undefined : '请写明依据，例如哪次会议定的';
};
