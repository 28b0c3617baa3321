import type { Kind } from '@gongzhi/shared/kernel/service/model';
import type { Card, Inside, Wish } from '@gongzhi/shared/wishes/model';
import type { Facts } from '@gongzhi/shared/wishes/rules';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { claimerPk, headKey } from '../kernel/shifts';

export interface InWish {
  communityId: string;
  wishId: string;
}
/** Words about how it went, of which the last count: why it was declined, handed back or sent back, or thanks. */
export interface Said {
  of: 'declined' | 'handedBack' | 'sentBack' | 'thanks';
  words: string;
}
/** What lists show of a wish and what is decided by: under one kilobyte. `authorId`: who is told, the worker where the wisher has no phone. */
export interface HeadItem extends Facts, Omit<Card, 'wishId'> {
  state: Facts['state'];
  sk: string;
  place: string;
  kind: Kind;
  authorId: string;
  at: string;
  hasDoor: boolean;
  /** Since when it stands as it stands. */
  since: string;
  claimerName?: string;
  visit?: { shiftId: string; startsAt: string; endsAt: string };
  said?: Said;
  served?: Pick<NonNullable<Inside['served']>, 'at' | 'by'>;
  /** Grows with each change, so that two do not cross. */
  version: number;
}
/** What only some may read. */
export type TextItem = Pick<Wish, 'about' | 'callName' | 'building' | 'door'>;

const keyOf = ({ communityId, wishId }: InWish): Key => headKey(communityId, wishId);
const textKey = ({ communityId, wishId }: InWish): Key => ({ pk: `${communityId}#a#${wishId}`, sk: 'text' });
const LISTS = {
  open: { index: 'byList', newestFirst: true },
  waiting: { index: 'byList', newestFirst: false },
  m: { index: 'byMaker', newestFirst: true, by: ['mpk', 'msk'] },
  c: { index: 'byClaimer', newestFirst: true, by: ['cpk', 'csk'] },
} as const;

/** The list a wish stands in and from when: open from an instant on, or waiting for a worker since one. */
const standing = ({ state, behalf, claimedUntil, since }: HeadItem): [list: string, from: string] | undefined => {
  if (state === 'open') return ['open', since];
  if (state === 'claimed') return claimedUntil ? ['open', claimedUntil] : undefined;
  return state === 'waiting' || (state === 'done' && behalf) ? ['waiting', since] : undefined;
};
/** Where a wish stands in the lists of everybody, and with its claimer. */
const listed = (communityId: string, head: HeadItem) => {
  const { sk, claimerId } = head;
  const [list, from] = standing(head) ?? [];
  return {
    gpk: list && `${communityId}#${list}`,
    gsk: list && `${from}#${sk}`,
    cpk: claimerId && claimerPk(communityId, claimerId),
    csk: claimerId && sk,
  };
};

export const repoWishes = ({ table: TableName, get, getAll, page }: Pages) => {
  const list = async (communityId: string, pk: string, asked: Omit<Parameters<typeof page>[0], 'pk'>) => {
    const { items, next } = await page<Key>({ ...asked, pk });
    const found = await getAll(items, { consistent: false });
    return { items: items.flatMap(({ pk, sk }) => found<HeadItem>({ pk, sk }) ?? []), next };
  };
  return {
    head: (ids: InWish) => get<HeadItem>(keyOf(ids)),
    whole: async (ids: InWish): Promise<{ head: HeadItem; text: TextItem } | undefined> => {
      const found = await getAll([keyOf(ids), textKey(ids)], { consistent: true });
      const [head, text] = [found<HeadItem>(keyOf(ids)), found<TextItem>(textKey(ids))];
      return head && text && { head, text };
    },
    /** Those open by `now`, what opened last first. */
    open: (communityId: string, now: Date, cursor: string | undefined) =>
      list(communityId, `${communityId}#open`, { ...LISTS.open, cursor, before: `${now.toISOString()}~` }),
    waiting: (communityId: string, cursor: string | undefined) =>
      list(communityId, `${communityId}#waiting`, { ...LISTS.waiting, cursor }),
    of: (as: 'm' | 'c', communityId: string, personId: string, cursor: string | undefined) =>
      list(communityId, `${communityId}#${as}#${personId}`, { ...LISTS[as], cursor }),
    makeWrites: (ids: InWish, head: HeadItem, text: TextItem): Write[] => {
      const { cpk: _c, csk: _s, ...inLists } = listed(ids.communityId, head);
      const made = { mpk: `${ids.communityId}#m#${head.authorId}`, msk: ids.wishId };
      return [
        { Put: { TableName, Item: { ...head, ...inLists, ...made, ...keyOf(ids) } } },
        { Put: { TableName, Item: { ...text, ...textKey(ids) } } },
      ];
    },
    /** From the head that was read to what it becomes, with its place in the lists; `undefined` takes a field away. */
    headWrite: (ids: InWish, head: HeadItem, to: { [K in keyof HeadItem]?: HeadItem[K] | undefined }): Write => {
      const next = { ...to, ...listed(ids.communityId, { ...head, ...to } as HeadItem), version: head.version + 1 };
      const set = Object.entries(next).filter(([, value]) => value !== undefined);
      const gone = Object.entries(next).filter(([, value]) => value === undefined);
      const remove = gone.length > 0 ? ` REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}` : '';
      return changeItem(TableName, keyOf(ids), {
        to: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${remove}`,
        when: '#version = :seen',
        lost: 'MOVED',
        values: { ':seen': head.version, ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])) },
      });
    },
  };
};
