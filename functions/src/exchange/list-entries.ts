import type { Entry } from '@gongzhi/shared/exchange/model';
import type { Handle } from './repo';
import { orderOf, type OrderItem } from './repo-orders';
import type { EntryItem } from './repo-entries';

/** What a page shows of an entry: nothing of its keys, and no name of its owner. */
const shown = ({ sk: entryId, kind, parts, at, track, minutes, activityId, title }: EntryItem): Entry => ({
  ...{ entryId, kind, parts, at },
  ...(track ? { track } : {}),
  ...(minutes === undefined ? {} : { minutes }),
  ...(activityId ? { activityId } : {}),
  ...(title ? { title } : {}),
});

/** Entries as they were made; an exchange with how it stands. A handing over moves no points and is told beside its exchange. */
export const listEntries: Handle<'listEntries'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.entries.list({ communityId, personId: caller.personId }, cursor);
  const refs = items.filter(({ kind }) => kind === 'taken').flatMap((item) => orderOf(item as OrderItem) ?? []);
  const states = new Map((await repo.orders.states(refs, true)).map(({ ref, end }) => [ref.orderId, end]));
  const entries = items
    .filter(({ kind, parts }) => kind !== 'returned' || parts !== 0)
    .map((item) => ({
      ...shown(item),
      ...(item.kind === 'taken' ? { state: states.get(item.sk) ?? ('waiting' as const) } : {}),
    }));
  return { items: entries, next };
};
