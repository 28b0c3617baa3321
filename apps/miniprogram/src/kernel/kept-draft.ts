import type { Storage } from './platform/port';

/** Whether what was kept has the fields it should have: an app of an earlier version may have kept others. */
const isLike = (found: unknown, like: object): boolean =>
  typeof found === 'object' &&
  found !== null &&
  Object.entries(like).every(([name, value]) => typeof (found as Record<string, unknown>)[name] === typeof value);

/** What somebody has written and not sent, as it was kept; undefined when there is nothing, or nothing that can be read. */
export const readDraft = <T extends object>(storage: Storage, key: string, like: T): T | undefined => {
  try {
    const found: unknown = JSON.parse(storage.read(key) ?? '');
    return isLike(found, like) ? (found as T) : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps a draft; one that says nothing more than the empty one is not kept. */
export const writeDraft = <T extends object>(
  storage: Storage,
  key: string,
  { draft, empty }: { draft: T; empty: T },
) =>
  JSON.stringify(draft) === JSON.stringify(empty) ? storage.remove(key) : storage.write(key, JSON.stringify(draft));

/** Drafts are of one person: whoever else signs in on this device does not see them. */
export const draftKey = (what: string, personId: string | undefined): string => `draft ${what} ${personId ?? ''}`;
