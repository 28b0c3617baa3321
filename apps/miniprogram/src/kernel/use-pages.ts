import { useCallback } from 'react';
import type { PageOf } from '@gongzhi/shared/kernel/page';
import type { Outcome } from './answer-of';
import { useLoaded } from './use-loaded';
import type { Loaded } from './ui/list-state/model';

/** Cards kept on the screen at once: 60 rows stay under WeChat's 1,000 nodes. */
const SHOWN = 60;

export const joined = <T>(before: PageOf<T> | undefined, page: PageOf<T>): PageOf<T> => ({
  ...page,
  items: [...(before?.items ?? []), ...page.items].slice(-SHOWN),
});

export interface Pages<T> {
  loaded: Loaded<PageOf<T>>;
  reload: () => void;
  more: () => void;
}

/** Pages of one list asked for at most: 1,200 things of 20. */
const MOST_PAGES = 60;

/** A whole list at once, where it must be whole to be of use: a building's doors. */
export const allPages = async <T>(ask: (cursor?: string) => Promise<Outcome<PageOf<T>>>): Promise<Outcome<T[]>> => {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const outcome = await ask(cursor);
    if (!outcome.ok) return outcome;
    items.push(...outcome.value.items);
    cursor = outcome.value.next;
    if (cursor === undefined) break;
  }
  return { ok: true, value: items };
};

/** A list that comes in pages: the first on mount and on `reload`, the next by `more`. */
export const usePages = <T>(
  key: string | undefined,
  ask: (cursor?: string) => Promise<Outcome<PageOf<T>>>,
): Pages<T> => {
  const { loaded, reload, load } = useLoaded<PageOf<T>>(key, () => ask());
  const more = useCallback(() => {
    const before = loaded.value;
    if (before?.next)
      load(async () => {
        const outcome = await ask(before.next);
        return outcome.ok ? { ok: true, value: joined(before, outcome.value) } : outcome;
      });
  }, [loaded.value, load, ask]);
  return { loaded, reload, more };
};
