import { hiddenTogether } from '@gongzhi/shared/kernel/hide-few';

/** Nothing is shown of fewer than this many, nor what would let fewer be reckoned from the rest. Source: issue 3; the usual threshold of statistical offices is three to ten. */
export const FEWEST = 5;

/** A group as it is counted, before anything is hidden. */
export interface Counted {
  name: string;
  entitled: number;
  bound: number;
  reached: number;
  taken: number;
}
export type Figure = 'bound' | 'reached' | 'taken';

/** Whether an amount tells of so few that it may not be shown: it, or what is left of the group without it. */
const tells = (amount: number, of: number): boolean => amount < FEWEST || of - amount < FEWEST;

export const sumOf = (groups: readonly Counted[], of: keyof Omit<Counted, 'name'>) =>
  groups.reduce((sum, group) => sum + group[of], 0);

/**
 * Names of the groups of which `figure` is not shown: those it tells of, and the smallest others until what is hidden hides
 * together. When nothing is left to be shown the total says as much as the page says anyway.
 */
export const hiddenOf = (groups: readonly Counted[], figure: Figure): ReadonlySet<string> => {
  const hidden = hiddenTogether(
    groups,
    (some) => tells(sumOf(some, figure), sumOf(some, 'entitled')),
    ({ entitled }) => entitled,
  );
  return new Set([...hidden].map(({ name }) => name));
};

/** Names of the groups whose size itself is too small to be named, and enough others that the size cannot be reckoned. */
export const unnamed = (groups: readonly Counted[]): ReadonlySet<string> => {
  const hidden = hiddenTogether(
    groups,
    (some) => sumOf(some, 'entitled') < FEWEST,
    ({ entitled }) => entitled,
  );
  return new Set([...hidden].map(({ name }) => name));
};
