import { HOURS_SOURCES, type HoursRule } from '@gongzhi/shared/hours/rule-sets';

/** What a community may set, with what it counts and its bounds (rule-sets.ts). */
export const NUMBERS = {
  answerWorkingDays: { label: '更正和核对几个工作日内答复', least: 1, most: 60 },
  publicityDays: { label: '证明公示几天（0 表示不公示）', least: 0, most: 60 },
  mostMinutesADay: { label: '一天超过多少分钟要核对', least: 60, most: 1_440 },
  stepMinutes: { label: '小时数以多少分钟为一档', least: 1, most: 60 },
} as const satisfies Record<keyof HoursRule, { label: string; least: number; most: number }>;
export type NumberKey = keyof typeof NUMBERS;
export const NUMBER_KEYS = Object.keys(NUMBERS) as NumberKey[];
export type Typed = Readonly<Partial<Record<NumberKey, string>>>;

/** What is wrong with what was typed, in words; nothing when it may stand. */
export const faultOf = (key: NumberKey, typed: string): string | undefined => {
  const { least, most } = NUMBERS[key];
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? undefined : `请填 ${least} 到 ${most} 的整数`;
};
export const hasFault = (typed: Typed): boolean =>
  NUMBER_KEYS.some((key) => typed[key] !== undefined && faultOf(key, typed[key] ?? ''));
export const changedRule = (rule: HoursRule, typed: Typed): HoursRule => ({
  ...rule,
  ...Object.fromEntries(NUMBER_KEYS.flatMap((key) => (typed[key] === undefined ? [] : [[key, Number(typed[key])]]))),
});

/** The rule as volunteers read it, a sentence each with where it comes from. */
export const ruleWords = (rule: HoursRule): { words: string; source: string }[] => {
  const words: Record<NumberKey, string> = {
    answerWorkingDays: `申请更正，或者时长需要核对的，${rule.answerWorkingDays} 个工作日内答复；逾期会显示出来。`,
    publicityDays:
      rule.publicityDays === 0
        ? '证明签发后不公示，可以直接打印。'
        : `证明签发后公示 ${rule.publicityDays} 天，期满才能打印。`,
    mostMinutesADay: `一天超过 ${Math.floor(rule.mostMinutesADay / 60)} 小时${rule.mostMinutesADay % 60 ? ` ${rule.mostMinutesADay % 60} 分钟` : ''}，或者两项活动时间重叠，要核对。`,
    stepMinutes: `证明上的小时数以 ${rule.stepMinutes} 分钟为一档，不足一档不计；分钟数照原样保留。`,
  };
  return NUMBER_KEYS.map((key) => ({
    words: words[key],
    source: `依据：${HOURS_SOURCES[key].source}${HOURS_SOURCES[key].verified ? '' : '（未核实）'}`,
  }));
};
