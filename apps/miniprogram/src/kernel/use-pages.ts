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
