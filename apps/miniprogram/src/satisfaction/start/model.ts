import type { Plan } from '@gongzhi/shared/satisfaction/contract-rounds';
import { ROUND } from '@gongzhi/shared/satisfaction/rule-sets';

export interface Draft {
  sample: string;
  days: string;
  questions: { dutyItemId: string; title: string }[];
}
const { sample, days, mostQuestions } = ROUND;
export const EMPTY: Draft = { sample: String(sample.standard), days: String(days.standard), questions: [] };

const wholeIn = (text: string, { least, most }: { least: number; most: number }): number | undefined => {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
};
/** What is missing or out of its limits, the first of it. */
export const missingOf = (draft: Draft): string | undefined => {
  if (wholeIn(draft.sample, sample) === undefined) return `户数填 ${sample.least} 到 ${sample.most}。`;
  if (wholeIn(draft.days, days) === undefined) return `天数填 ${days.least} 到 ${days.most}。`;
  return draft.questions.every(({ dutyItemId, title }) => dutyItemId.trim() && title.trim())
    ? undefined
    : '每个问题都要写，并写它在清单里的编号。';
};
export const planOf = (draft: Draft): Plan => ({
  sample: wholeIn(draft.sample, sample) ?? sample.standard,
  days: wholeIn(draft.days, days) ?? days.standard,
  questions: draft.questions.map(({ dutyItemId, title }) => ({ dutyItemId: dutyItemId.trim(), title: title.trim() })),
});
export const mayAdd = ({ questions }: Draft): boolean => questions.length < mostQuestions;
