import type { Result } from '@gongzhi/shared/kernel/satisfaction-result';
import { isNamed } from '@gongzhi/shared/kernel/task';
import type { Writing } from '@gongzhi/shared/satisfaction/contract-publication';
import type { Pointed, Promised, Publication } from '@gongzhi/shared/satisfaction/publication';
import { pointable } from '@gongzhi/shared/satisfaction/publication-rules';
import { PUBLICATION } from '@gongzhi/shared/satisfaction/rule-sets';

/** A line of 我们听到的 as it is typed; `about` is empty where it points at nothing. */
export interface Line {
  words: string;
  about: Pointed | '';
}
export interface Draft {
  heard: Line[];
  doing: Promised[];
  why: string;
}
const { mostHeard, mostDoing } = PUBLICATION;
export const NO_LINE: Line = { words: '', about: '' };
export const NO_PROMISE: Promised = {
  ...{ title: '', what: '', owner: { outside: '' }, due: { workingDays: 20 }, listRef: 'duty' },
};

/** What is written first: nothing, or what the version before it said. Promises stand as they are and are only added to. */
export const emptyDraft = (before: Pick<Publication, 'heard'> | undefined): Draft => ({
  heard: before ? before.heard.map(({ words, about = '' }) => ({ words, about })) : [NO_LINE],
  doing: [],
  why: '',
});

/** What a line may point at, in words. */
export const pointOptions = (
  result: Pick<Result, 'overall' | 'questions'>,
): { value: Line['about']; label: string }[] => {
  const told = pointable(result);
  const titles = new Map([
    ['overall', '总的满意度'],
    ...result.questions.map(({ questionId, title }) => [questionId, title] as const),
  ]);
  return [
    { value: '', label: '不指向哪一题' },
    ...told.map((value) => ({ value: value as Pointed, label: titles.get(value) ?? value })),
  ];
};

/** What one promise lacks. */
export const promiseLacks = ({ title, what, owner }: Promised): string | undefined => {
  if (title.trim() === '' || what.trim() === '') return '请写清楚做什么、怎么做。';
  return isNamed(owner) ? undefined : '请写明由谁负责。';
};
/** What is missing before it can be published, the first of it. `first`: nothing was published before. */
export const missingOf = ({ heard, doing, why }: Draft, first: boolean): string | undefined => {
  if (heard.length === 0 || heard.some(({ words }) => words.trim() === '')) return '请把听到的写下来，空着的可以去掉。';
  if (first && doing.length === 0) return '请至少写一件要做的事。';
  return !first && why.trim() === '' ? '请写明为什么更新。' : undefined;
};
export const mayHear = ({ heard }: Draft): boolean => heard.length < mostHeard;
export const mayPromise = ({ doing }: Draft): boolean => doing.length < mostDoing;

export const writingOf = ({ heard, doing, why }: Draft, after: number): Writing => ({
  after,
  heard: heard.map(({ words, about }) => ({ words, ...(about ? { about } : {}) })),
  doing,
  ...(after > 0 ? { why } : {}),
});

/** A list with one of it changed, taken out where there is nothing in its place, or added behind the last. */
export const withOne = <T>(all: readonly T[], i: number, to?: T): T[] =>
  i === all.length && to !== undefined
    ? [...all, to]
    : all.flatMap((one, at) => (at === i ? (to === undefined ? [] : [to]) : [one]));
