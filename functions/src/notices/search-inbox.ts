import { shownNotices } from './list-inbox';
import type { Handle } from './repo';
import type { NoticeItem } from './repo-inbox';

/** Pages looked through for one answer: a hundred notices. What is further back is found by asking again. */
const PAGES = 5;
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** Looks through the caller's own inbox until a page holds something: the same units for everybody. */
export const searchInbox: Handle<'searchInbox'> = async ({ words, cursor }, { repo, caller, announcements }) => {
  const mark = await repo.inbox.mark(caller.personId);
  const wanted = plain(words);
  let at = cursor;
  let found: NoticeItem[] = [];
  for (let pages = 0; pages < PAGES; pages += 1) {
    const { items, next } = await repo.inbox.list(caller.personId, at);
    found = items.filter(({ title }) => plain(title).includes(wanted));
    at = next;
    if (found.length > 0 || !next) break;
  }
  return { items: await shownNotices(found, mark, announcements), next: at };
};
