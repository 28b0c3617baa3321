import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { FollowUp } from '@gongzhi/shared/resolutions/rule-sets';

const DAY_MINUTES = DAY / MINUTE;
/** What is typed as a number, with what it counts. */
export const NUMBERS = {
  sendBackSupporters: { label: '几位附议人退回就要重办', unit: '人', least: 1, most: 100, each: 1 },
  secondsPerSupporter: {
    label: '几位邻居附议退回抵一位附议人',
    unit: '人，填 0 表示只显示、不计数',
    least: 0,
    most: 100,
    each: 1,
  },
  answerMinutes: { label: '完成后验收几天', unit: '天', least: 1, most: 366, each: DAY_MINUTES },
  reviewAfterMinutes: { label: '全部验收后几天开始评议', unit: '天', least: 0, most: 366, each: DAY_MINUTES },
  reviewMinutes: { label: '评议开放几天', unit: '天', least: 1, most: 366, each: DAY_MINUTES },
} as const;
export type NumberKey = keyof typeof NUMBERS;
export const NUMBER_KEYS = Object.keys(NUMBERS) as NumberKey[];
export type Typed = Readonly<Partial<Record<NumberKey, string>>>;

/** A number as it is typed: whole days or people; what a community set in minutes shows the part of a day. */
export const typedOf = (rule: FollowUp, key: NumberKey): string =>
  String(Math.round((rule[key] / NUMBERS[key].each) * 100) / 100);

/** What is wrong with what was typed, in words; nothing when it may stand. */
export const faultOf = (key: NumberKey, typed: string): string | undefined => {
  const { least, most } = NUMBERS[key];
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? undefined : `请填 ${least} 到 ${most} 的整数`;
};

/** The rule with what was typed; fields nobody touched stay as they are, to the minute. */
export const changedRule = (rule: FollowUp, typed: Typed): FollowUp => ({
  ...rule,
  ...Object.fromEntries(
    NUMBER_KEYS.flatMap((key) => {
      const text = typed[key];
      return text === undefined || text === typedOf(rule, key) ? [] : [[key, Number(text) * NUMBERS[key].each]];
    }),
  ),
});

export const hasFault = (rule: FollowUp, typed: Typed): boolean =>
  NUMBER_KEYS.some((key) => {
    const text = typed[key];
    return text !== undefined && text !== typedOf(rule, key) && faultOf(key, text) !== undefined;
  });

/** The rule as residents read it, a sentence each. */
export const ruleWords = (rule: FollowUp): string[] => {
  const of = (key: NumberKey) => typedOf(rule, key);
  return [
    `任务完成后，请提案人和附议人在 ${of('answerMinutes')} 天内验收；没有人提出异议，期满视为验收。`,
    rule.authorAlone ? '提案人一个人退回，就要重办。' : `${rule.sendBackSupporters} 位提案人或附议人退回，就要重办。`,
    ...(rule.authorAlone ? [`附议人有 ${rule.sendBackSupporters} 位退回，也要重办。`] : []),
    rule.secondsPerSupporter > 0
      ? `其他邻居可以附议退回，每 ${rule.secondsPerSupporter} 位抵一位附议人。`
      : '其他邻居可以附议退回，只显示，不计数。',
    `全部验收后 ${of('reviewAfterMinutes')} 天开始评议，开放 ${of('reviewMinutes')} 天，请${rule.reviewers === 'followers' ? '提案人和附议人' : '全体居民'}说有没有帮助。`,
  ];
};
