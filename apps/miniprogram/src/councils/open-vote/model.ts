import { COUNCIL_DEFAULTS } from '@gongzhi/shared/councils/rule-sets';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';

/** How long a vote lasts: the usual choices, and a date of one's own. */
export const LENGTHS = [
  { value: 'now', label: '现场表决', note: '2 分钟', ms: 2 * MINUTE },
  { value: 'day', label: '1 天', note: '明天同一时间', ms: DAY },
  { value: 'three', label: '3 天', note: '', ms: 3 * DAY },
  { value: 'week', label: '7 天', note: '', ms: 7 * DAY },
] as const;
export type Length = (typeof LENGTHS)[number]['value'] | 'own';
export const LENGTH_OPTIONS: readonly { value: Length; label: string; note?: string }[] = [
  ...LENGTHS.map(({ value, label, note }) => ({ value, label, ...(note ? { note } : {}) })),
  { value: 'own', label: '自己定日期' },
];

/** The end instant. A date and time of one's own are China time, `2026-12-01` and `20:00`. */
export const endOf = (length: Length, own: { date: string; time: string }, now: Date): Date => {
  const known = LENGTHS.find(({ value }) => value === length);
  return known ? new Date(now.getTime() + known.ms) : new Date(`${own.date}T${own.time}:00.000+08:00`);
};

/** What the decision says if it passes, offered for the chair to change. */
export const resolutionFor = (title: string): string =>
  `同意提案《${title}》的各项建议，由社区居民委员会组织落实，并公布进展。`;

export const LATEST_DAYS = COUNCIL_DEFAULTS.longestVoteDays;
/** `2026-11-30` in China time, `days` from now: the picker's bounds. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + 8 * 60 * MINUTE + days * DAY).toISOString().slice(0, 10);
