import type { Key, Pages } from '../kernel/pages';

/** The two indexes, each with the keys it is ordered by. */
const INDEXES = {
  byList: ['gpk', 'gsk'],
  byOwner: ['hpk', 'hsk'],
} as const;

export interface ListOf {
  index: keyof typeof INDEXES;
  pk: string;
  newestFirst: boolean;
  cursor: string | undefined;
}

/** A page in the order of an index, each item as it stands in the table now. */
export const listBy =
  ({ page, getAll }: Pages) =>
  async <T extends Key>({ index, ...list }: ListOf): Promise<{ items: T[]; next: string | undefined }> => {
    const { items: keys, next } = await page<Key>({ ...list, index, by: INDEXES[index] });
    const found = await getAll(keys, { consistent: true });
    return { items: keys.flatMap((key) => found<T>(key) ?? []), next };
  };
