import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetCommand, GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import { Busy } from '../kernel/commit';
import type { Cursors } from '../kernel/cursor';

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
  cursor: string | undefined;
  index?: 'byState';
  /** Only items that have this attribute are shown. */
  having?: string;
}

const ATTEMPTS = 6;
const BATCH = 100;
const nameOf = ({ pk, sk }: Key) => `${pk}|${sk}`;
const bare = ({ pk, sk }: Key) => ({ pk, sk });
const positionOf = (item: Record<string, unknown>, index: string | undefined) =>
  Object.fromEntries(['pk', 'sk', ...(index ? ['spk', 'ssk'] : [])].map((name) => [name, item[name]]));

const PARTITIONS: Readonly<Record<string, string>> = { byState: 'spk', byPerson: 'gpk' };
const partitionOf = (index = ''): string => PARTITIONS[index] ?? 'pk';

/** The few ways this slice reads its table. */
export const repoPages = ({ client, table, cursors }: Store) => {
  const readOnce = async (Keys: Record<string, unknown>[]) => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
    );
    return { items: Responses?.[table] ?? [], left: UnprocessedKeys?.[table]?.Keys ?? [] };
  };
  const readSome = async (keys: readonly Key[]) => {
    const items: Record<string, unknown>[] = [];
    let wanted: Record<string, unknown>[] = keys.map(bare);
    for (let attempt = 0; wanted.length > 0; attempt += 1) {
      if (attempt === ATTEMPTS) throw new Busy('directory');
      if (attempt > 0) await pause(randomInt(1, 16 * 2 ** attempt));
      const some = await readOnce(wanted);
      items.push(...some.items);
      wanted = some.left;
    }
    return items;
  };
  const query = async (pk: string, from: Record<string, unknown> | undefined, more: Partial<QueryCommand['input']>) => {
    const by = partitionOf(more.IndexName);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: `${by} = :pk`,
        ExpressionAttributeValues: { ':pk': pk },
        ExclusiveStartKey: from,
        ...more,
      }),
    );
    return { items: Items, last: LastEvaluatedKey };
  };

  return {
    client,
    table,
    get: async <T>(key: Key): Promise<T | undefined> => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: bare(key), ConsistentRead: true }));
      return Item as T | undefined;
    },
    /** Items by their keys, strongly consistent; a key may be named twice. @throws Busy */
    getAll: async <T extends Key>(keys: readonly Key[]): Promise<(key: Key) => T | undefined> => {
      const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
      const found = new Map<string, T>();
      for (let i = 0; i < distinct.length; i += BATCH) {
        for (const item of await readSome(distinct.slice(i, i + BATCH)))
          found.set(nameOf(item as unknown as T), item as unknown as T);
      }
      return (key) => found.get(nameOf(key));
    },
    /** One page of a partition; one item more is read than is shown, to know whether another page follows. @throws BadCursor */
    page: async <T>({ pk, cursor, index, having }: Listing): Promise<{ items: T[]; next: string | undefined }> => {
      const list = `directory|${pk}|${index ?? ''}`;
      const { items } = await query(pk, cursors.open(list, cursor), {
        Limit: PAGE_SIZE + 1,
        ...(index ? { IndexName: index } : {}),
      });
      const read = items.slice(0, PAGE_SIZE);
      const last = items.length > PAGE_SIZE ? read.at(-1) : undefined;
      const shown = having ? read.filter((item) => item[having] !== undefined) : read;
      return { items: shown as T[], next: cursors.seal(list, last && positionOf(last, index)) };
    },
    /** A whole partition, however many pages it has; for those that are small or that a command must see whole. */
    whole: async <T>(pk: string, index?: 'byPerson'): Promise<T[]> => {
      const all: T[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { items, last } = await query(pk, from, index ? { IndexName: index } : { ConsistentRead: true });
        all.push(...(items as T[]));
        from = last;
      } while (from);
      return all;
    },
    /** The first item of a partition whose sort key begins so, strongly consistent. */
    first: async <T>(pk: string, prefix: string): Promise<T | undefined> => {
      const { items } = await query(pk, undefined, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        Limit: 1,
      });
      return items[0] as T | undefined;
    },
  };
};
export type Pages = ReturnType<typeof repoPages>;
