import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetCommand, GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import { Busy } from './commit';
import type { Cursors } from './cursor';

export interface Key {
  pk: string;
  sk: string;
}
interface Store {
  client: DynamoDBDocumentClient;
  table: string;
  cursors: Cursors;
}
interface Listing {
  pk: string;
  newestFirst: boolean;
  cursor: string | undefined;
  /** Ordered by the index of this name instead of by the sort key; its keys are gpk and gsk unless `by` says. */
  index?: string;
  by?: readonly [partition: string, sort: string];
  /** Only what is sorted behind this. */
  after?: string;
  /** Only what is sorted before this; together with `after` both ends are included. */
  before?: string;
}
/** Finds the item of a key among those that were read together. */
export type Lookup = <T>(key: Key) => T | undefined;

const nameOf = ({ pk, sk }: Key) => `${pk}|${sk}`;
const INDEX_KEYS = ['gpk', 'gsk'] as const;
const ATTEMPTS = 6;
const BATCH = 100;

/** The key to go on after this item: exact, so that a page never ends in an empty one. */
const positionOf = (item: Record<string, unknown>, { index, by = INDEX_KEYS }: Listing) =>
  Object.fromEntries(['pk', 'sk', ...(index ? by : [])].map((name) => [name, item[name]]));

const rangeOf = ({ after, before }: Listing, sort: string | undefined): [where: string, values: object] => {
  if (after !== undefined && before !== undefined)
    return [` AND ${sort} BETWEEN :after AND :before`, { ':after': after, ':before': before }];
  if (before !== undefined) return [` AND ${sort} < :before`, { ':before': before }];
  return after === undefined ? ['', {}] : [` AND ${sort} > :after`, { ':after': after }];
};

const partitionBy = (listing: Listing) => {
  const { pk, index, by = INDEX_KEYS } = listing;
  const [partition, sort] = index ? by : ['pk', 'sk'];
  const [where, values] = rangeOf(listing, sort);
  return {
    ...(index ? { IndexName: index } : {}),
    KeyConditionExpression: `${partition} = :pk${where}`,
    ExpressionAttributeValues: { ':pk': pk, ...values },
  };
};

/** The few ways a slice reads its table. */
export const createPages = ({ client, table, cursors }: Store) => {
  const readSome = async (Keys: Record<string, unknown>[], ConsistentRead: boolean) => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead } } }),
    );
    return { items: Responses?.[table] ?? [], left: UnprocessedKeys?.[table]?.Keys ?? [] };
  };
  const readBatch = async (keys: readonly Key[], consistent: boolean): Promise<Record<string, unknown>[]> => {
    const items: Record<string, unknown>[] = [];
    let wanted: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 1; wanted.length > 0; attempt += 1) {
      if (attempt > ATTEMPTS) throw new Busy(table);
      const some = await readSome(wanted, consistent);
      items.push(...some.items);
      wanted = some.left;
      if (wanted.length > 0) await pause(randomInt(1, 16 * 2 ** attempt));
    }
    return items;
  };

  return {
    client,
    table,
    get: async <T>(key: Key): Promise<T | undefined> => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item as T | undefined;
    },
    /** Reads items by their keys in as few requests as possible; a key may be named twice. @throws Busy */
    getAll: async (keys: readonly Key[], { consistent }: { consistent: boolean }): Promise<Lookup> => {
      const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
      const found = new Map<string, unknown>();
      for (let i = 0; i < distinct.length; i += BATCH) {
        for (const item of await readBatch(distinct.slice(i, i + BATCH), consistent))
          found.set(nameOf(item as unknown as Key), item);
      }
      return <T>(key: Key) => found.get(nameOf(key)) as T | undefined;
    },
    /** Every item of a partition, as many at a time as the table gives, strongly consistent. */
    each: async <T>(pk: string, take: (items: T[]) => void): Promise<void> => {
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        take(Items as T[]);
        from = LastEvaluatedKey;
      } while (from);
    },
    /** One page of a partition; one item more is read than is shown, to know whether another page follows. @throws BadCursor */
    page: async <T>(listing: Listing): Promise<{ items: T[]; next: string | undefined }> => {
      const { pk, newestFirst, cursor, index } = listing;
      const list = `${table}|${pk}|${index ?? ''}`;
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          ...partitionBy(listing),
          ScanIndexForward: !newestFirst,
          Limit: PAGE_SIZE + 1,
          ExclusiveStartKey: cursors.open(list, cursor),
        }),
      );
      const shown = Items.slice(0, PAGE_SIZE);
      const last = Items.length > PAGE_SIZE ? shown.at(-1) : undefined;
      return { items: shown as T[], next: cursors.seal(list, last && positionOf(last, listing)) };
    },
    /** The newest `limit` keys of a partition under a prefix. */
    under: async ({ pk, prefix, limit }: { pk: string; prefix: string; limit: number }): Promise<Key[]> => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items as Key[];
    },
  };
};
export type Pages = ReturnType<typeof createPages>;
