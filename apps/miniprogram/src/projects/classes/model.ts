import { MOST_CLASSES } from '@gongzhi/shared/projects/rule-sets';

/** Classes as they are typed: one a line. */
export const typedOf = (names: readonly string[]): string => names.join('\n');
export const namesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);

const LONGEST = 10;
/** What is wrong, in words; undefined when nothing is. */
export const wrongOf = (typed: string): string | undefined => {
  const names = namesOf(typed);
  if (names.length === 0) return '至少写一类';
  if (names.length > MOST_CLASSES) return `最多 ${MOST_CLASSES} 类`;
  if (new Set(names).size < names.length) return '有一类写了两次';
  const long = names.find((name) => [...name].length > LONGEST);
  return long && `“${long}”太长，最多 ${LONGEST} 个字`;
};
