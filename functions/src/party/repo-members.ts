import { isLive } from '@gongzhi/shared/party/rules';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { personKey } from '../kernel/caller';
import { partyKey, type Consenting, type PartyItem } from '../kernel/party';

/** The lists a member is in, by the attributes of their indexes. */
const LISTS = {
  branch: { index: 'byBranch', by: ['bpk', 'bsk'] },
  unit: { index: 'byUnit', by: ['upk', 'usk'] },
  waiting: { index: 'byWaiting', by: ['wpk', 'wsk'] },
  open: { index: 'byOpen', by: ['opk', 'osk'] },
} as const;
export type ListOf = { list: 'branch' | 'unit'; id: string } | { list: 'waiting' | 'open' };

const partitionOf = (communityId: string, of: ListOf): string =>
  `${communityId}#${of.list}${'id' in of ? `#${of.id}` : ''}`;

/** Where a member stands in which list; who is over stands in none. */
export const listsOf = (communityId: string, one: PartyItem): Record<string, string> => {
  if (!isLive(one)) return {};
  const inTime = `${one.renewAskedAt ?? one.askedAt}#${one.sk}`;
  const waits = one.state === 'asked' || one.renewAskedAt !== undefined;
  return {
    ...{ bpk: partitionOf(communityId, { list: 'branch', id: one.branchId }), bsk: one.sk },
    ...(one.unitId ? { upk: partitionOf(communityId, { list: 'unit', id: one.unitId }), usk: one.sk } : {}),
    ...(waits ? { wpk: partitionOf(communityId, { list: 'waiting' }), wsk: inTime } : {}),
    ...(one.open && one.state === 'valid' ? { opk: partitionOf(communityId, { list: 'open' }), osk: one.sk } : {}),
  };
};

/** A member without the attributes of the lists, which are made anew with every write. */
const bare = (item: Record<string, unknown>): PartyItem =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !/^[buwo][ps]k$/.test(name))) as unknown as PartyItem;

/** Communities one person may report in to at once; nobody lives in more. */
const MOST_AT_ONCE = 100;
const COMMUNITY = 'in#';

export const repoMembers = (
  { table: TableName, get, getAll, page, under }: Pages,
  { consenting, identity }: { consenting: Consenting; identity: string },
) => ({
  consenting,
  read: async (communityId: string, personId: string): Promise<PartyItem | undefined> => {
    const item = await get<Record<string, unknown>>(partyKey(communityId, personId));
    return item && bare(item);
  },
  /** A page of a list with whoever's consent stands at this moment; it may hold fewer than a page and lead on. */
  list: async (communityId: string, of: ListOf, cursor: string | undefined) => {
    const pk = partitionOf(communityId, of);
    const { items: keys, next } = await page<Key>({ ...LISTS[of.list], pk, newestFirst: false, cursor });
    const [found, agreed] = await Promise.all([
      getAll(keys, { consistent: true }),
      consenting(keys.map(({ sk }) => sk)),
    ]);
    const items = keys
      .map((key) => found<Record<string, unknown>>(key))
      .filter((item) => item !== undefined)
      .map(bare);
    // an index lags: whoever has left the list since is left out
    const still = items.filter((one) => agreed.has(one.sk) && Object.values(listsOf(communityId, one)).includes(pk));
    return { items: still, next };
  },
  /** Everybody who reports in to a branch, whatever their consent and time: what becomes of the branch concerns them all. */
  inBranch: async (communityId: string, branchId: string): Promise<PartyItem[]> => {
    const of: ListOf = { list: 'branch', id: branchId };
    const pk = partitionOf(communityId, of);
    const all: PartyItem[] = [];
    let cursor: string | undefined;
    do {
      const { items: keys, next } = await page<Key>({ ...LISTS.branch, pk, newestFirst: false, cursor });
      const found = await getAll(keys, { consistent: true });
      const here = keys.map((key) => found<Record<string, unknown>>(key)).filter((item) => item !== undefined);
      all.push(...here.map(bare));
      cursor = next;
    } while (cursor);
    return all.filter((one) => listsOf(communityId, one)['bpk'] === pk);
  },
  /** Communities in which somebody reports in, strongly consistent: a withdrawn consent must find every one. */
  communitiesOf: async (personId: string): Promise<string[]> =>
    (await under({ pk: personId, prefix: COMMUNITY, limit: MOST_AT_ONCE })).map(({ sk }) => sk.slice(COMMUNITY.length)),
  /** Notes with the person where they report in, or no longer. */
  noteWrite: (communityId: string, personId: string, isLive: boolean): Write =>
    isLive
      ? { Put: { TableName, Item: { pk: personId, sk: `${COMMUNITY}${communityId}` } } }
      : { Delete: { TableName, Key: { pk: personId, sk: `${COMMUNITY}${communityId}` } } },
  /** Nothing is asked for under a consent that is withdrawn at that moment. Lost: MOVED. */
  consentWrite: (personId: string): Write => ({
    ConditionCheck: {
      TableName: identity,
      Key: personKey(personId),
      ConditionExpression: 'attribute_exists(consents.party)',
    },
    lost: 'MOVED',
  }),
  /** Writes a member where they stand as they were read. Lost: MOVED. */
  saveWrite: (communityId: string, before: PartyItem | undefined, after: PartyItem): Write => ({
    Put: {
      TableName,
      Item: { ...after, version: (before?.version ?? 0) + 1, ...listsOf(communityId, after) },
      ...(before
        ? { ConditionExpression: 'version = :v', ExpressionAttributeValues: { ':v': before.version } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
    lost: 'MOVED',
  }),
});
