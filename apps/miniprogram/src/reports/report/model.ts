import type { Report } from '@gongzhi/shared/reports/model';
import { lastDayWords } from '../words';

/** Numbers of lines as they are typed: `2、5` or `2 5`; undefined for what is none of the report. */
export const linesTyped = (typed: string, { facts }: Pick<Report, 'facts'>): number[] | undefined => {
  const known = new Set([...facts.lines, ...facts.centralLines].map(({ n }) => n));
  const parts = typed.split(/[^\d]+/).filter(Boolean);
  const numbers = [...new Set(parts.map(Number))].sort((a, b) => a - b);
  return numbers.length > 0 && numbers.every((n) => known.has(n)) ? numbers : undefined;
};

/** Whether the member may still agree, and object. */
export const canAgree = ({ state }: Pick<Report, 'state'>): boolean => ['prepared', 'seen', 'kept'].includes(state);
export const canObject = ({ state, objectUntil }: Pick<Report, 'state' | 'objectUntil'>, now: Date): boolean =>
  (state === 'prepared' || state === 'seen') && (!objectUntil || now.toISOString() < objectUntil);

/** Why the secretary cannot send a report yet; undefined when it may go. */
export const whySend = (
  { state, objectUntil = '', hasUnit }: Pick<Report, 'state' | 'objectUntil' | 'hasUnit'>,
  now: Date,
): string | undefined => {
  if (!hasUnit) return '本人没有填写单位，报告由本人自己留存。';
  if (state === 'prepared') return '等本人看过以后才能发。';
  if (state === 'agreed' || now.toISOString() >= objectUntil) return undefined;
  return `${lastDayWords(objectUntil)}以前本人还可以提异议，请等本人同意或到期。`;
};
