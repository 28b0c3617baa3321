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
    : '每个问题都要从清单里选一项，并写清楚问什么。';
};
export const planOf = (draft: Draft): Plan => ({
  sample: wholeIn(draft.sample, sample) ?? sample.standard,
  days: wholeIn(draft.days, days) ?? days.standard,
  questions: draft.questions.map(({ dutyItemId, title }) => ({ dutyItemId: dutyItemId.trim(), title: title.trim() })),
});
export const mayAdd = ({ questions }: Draft): boolean => questions.length < mostQuestions;

/** A question about the duty that was picked; until somebody words it, it asks by the duty's own words. */
export const picked = (
  { title }: Draft['questions'][number],
  dutyItemId: string,
  duties: readonly { itemId: string; title: string }[],
): Draft['questions'][number] => ({
  dutyItemId,
  title: title.trim() || (duties.find(({ itemId }) => itemId === dutyItemId)?.title ?? ''),
});
