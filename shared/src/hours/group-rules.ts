import { SHOWN_FROM } from './rule-sets';

/** People and minutes by something; `people` are ids and leave no function. */
export interface Group {
  key: string;
  people: ReadonlySet<string>;
  minutes: number;
}
/**
 * The groups that may be shown. Fewer than SHOWN_FROM people are hidden, and with them as many of the smallest others as it
 * takes that all hidden together are again so many: the difference to the whole tells nothing then either.
 */
export const shownGroups = (groups: readonly Group[]): Group[] => {
  const ordered = [...groups].sort((a, b) => b.people.size - a.people.size || a.key.localeCompare(b.key));
  const shown = ordered.filter(({ people }) => people.size >= SHOWN_FROM);
  const hidden = ordered.slice(shown.length);
  const together = () => new Set(hidden.flatMap(({ people }) => [...people])).size;
  while (hidden.length > 0 && together() < SHOWN_FROM && shown.length > 0) hidden.push(shown.pop() as Group);
  return shown;
};
