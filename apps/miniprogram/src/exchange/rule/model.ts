import type { PointsRule } from '@gongzhi/shared/exchange/model';
import { MOST_PER_HOUR } from '@gongzhi/shared/exchange/rule-sets';

/** The rule as it is typed. */
export interface Draft {
  recorded: string;
  honorary: string;
  from: string;
  shownAs: PointsRule['shownAs'];
}
/** What stands in the form first: the rule that holds, from tomorrow; ten points and none where there is no rule. */
export const draftOf = (rule: PointsRule | undefined, tomorrow: string): Draft => ({
  recorded: String(rule?.perRecordedHour ?? 10),
  honorary: String(rule?.perHonoraryHour ?? 0),
  from: tomorrow,
  shownAs: rule?.shownAs ?? 'points',
});

export const faultOf = (typed: string): string | undefined =>
  /^\d{1,4}$/.test(typed.trim()) && Number(typed) <= MOST_PER_HOUR ? undefined : `请填写 0 到 ${MOST_PER_HOUR} 的整数`;

export const ruleOf = ({ recorded, honorary, from, shownAs }: Draft): PointsRule => ({
  ...{ perRecordedHour: Number(recorded), perHonoraryHour: Number(honorary), from, shownAs },
});
