import { REPORT_SOURCES, type ReportRule } from '@gongzhi/shared/reports/rule-sets';

export const EVERY = [
  { value: 'half', label: '每半年' },
  { value: 'quarter', label: '每季度' },
] as const;
export const UNIT_SIDE = [
  { value: 'no', label: '不请' },
  { value: 'yes', label: '请单位写' },
] as const;
const [LEAST, MOST] = [3, 60];

/** Days as they are typed; undefined for what the rule does not take. */
export const daysTyped = (typed: string): number | undefined => {
  const days = /^\d{1,2}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return days >= LEAST && days <= MOST ? days : undefined;
};

/** Where something comes from, and whether somebody has read it there. */
export const sourceWords = ({ source, verified }: { source: string; verified: boolean }): string =>
  `来源：${source}${verified ? '' : '（未核对原文，可以修改）'}。`;

const labelOf = <T extends string>(options: readonly { value: T; label: string }[], value: T): string =>
  options.find((one) => one.value === value)?.label ?? '';
/** The rule in lines, each with where it comes from. */
export const ruleRows = ({ every, objectionDays, unitSide }: ReportRule) => [
  { label: '多久做一次报告', value: labelOf(EVERY, every), source: sourceWords(REPORT_SOURCES.every) },
  { label: '看后可以提异议', value: `${objectionDays} 天内`, source: sourceWords(REPORT_SOURCES.objectionDays) },
  {
    label: '评议请不请单位',
    value: labelOf(UNIT_SIDE, unitSide ? 'yes' : 'no'),
    source: sourceWords(REPORT_SOURCES.unitSide),
  },
];
