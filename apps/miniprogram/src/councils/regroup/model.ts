import type { ProposalHead } from '@gongzhi/shared/councils/model';

/** Which of the two a recommendation goes to. */
export type Side = 'first' | 'second';
export const SIDES = [
  { value: 'first', label: '第一件' },
  { value: 'second', label: '第二件' },
] as const satisfies readonly { value: Side; label: string }[];

/** Recommendations of one side, counted from 0. */
export const takesOf = (sides: readonly Side[], side: Side): number[] =>
  sides.flatMap((own, at) => (own === side ? [at] : []));

/** What is missing before a matter can be split, in words. */
export const whyNot = (sides: readonly Side[], titles: Readonly<Record<Side, string>>): string | undefined => {
  if (sides.length < 2) return '只有一条建议，不能再拆。';
  if (new Set(sides).size < 2) return '两件都至少要分到一条建议。';
  return titles.first.trim() === '' || titles.second.trim() === '' ? '请给两件都写上标题。' : undefined;
};

/** Matters this one can be merged into: others, before their vote. */
export const targetsOf = (found: readonly ProposalHead[], proposalId: string): ProposalHead[] =>
  found.filter((other) => other.proposalId !== proposalId && ['gathering', 'agenda'].includes(other.stage));
