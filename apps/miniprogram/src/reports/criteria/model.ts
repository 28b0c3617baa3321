import type { Output } from '@gongzhi/shared/kernel/contract';
import type { reports } from '@gongzhi/shared/reports/contract';
import { MOST_CRITERIA } from '@gongzhi/shared/reports/rule-sets';

type Criteria = Output<typeof reports.readCriteria>;
export type Item = Criteria['items'][number];
export interface Draft {
  items: Item[];
  source: string;
}
export const draftOf = ({ items, source }: Criteria): Draft => ({ items: [...items], source });

/** The first id that no criterion has. */
const freeId = (items: readonly Item[]): string | undefined =>
  Array.from({ length: MOST_CRITERIA }, (_, i) => `c${i + 1}`).find((one) =>
    items.every(({ criterionId }) => criterionId !== one),
  );
/** With one more to fill in, while there is room. */
export const withMore = (items: readonly Item[]): Item[] => {
  const criterionId = freeId(items);
  return criterionId ? [...items, { criterionId, title: '', asks: '' }] : [...items];
};
export const hasRoom = (items: readonly Item[]): boolean => freeId(items) !== undefined;
export const changed = (items: readonly Item[], id: string, part: Partial<Item>): Item[] =>
  items.map((one) => (one.criterionId === id ? { ...one, ...part } : one));
export const without = (items: readonly Item[], id: string): Item[] =>
  items.filter(({ criterionId }) => criterionId !== id);

/** What is missing, in words; undefined when nothing is. */
export const missingOf = ({ items, source }: Draft): string | undefined => {
  if (items.length === 0) return '至少写一条标准';
  if (items.some(({ title, asks }) => !title.trim() || !asks.trim())) return '每条标准都要有名称和要回答的问题';
  return source.trim() ? undefined : '请写明依据';
};
/** `第 2 版` */
export const versionWords = ({ version, sourceDate }: Pick<Criteria, 'version' | 'sourceDate'>): string =>
  version === 0 ? '社区还没有自己定，先用这些' : `现在是第 ${version} 版（${sourceDate}）`;
