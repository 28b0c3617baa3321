import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient } from './ddb';

type Item = Record<string, unknown>;
/** As many as one BatchWriteItem may hold. */
const BATCH = 25;
const LANES = 4;

/** Fills a table of the local engine with many items, as fast as it takes them. For tests and measurements. */
export const putMany = async (endpoint: string, table: string, items: readonly Item[]): Promise<void> => {
  const client = createDocumentClient(endpoint);
  /** All of it: what the engine did not take is sent again. */
  const write = async (some: readonly Item[]) => {
    for (let rest: unknown[] = some.map((one) => ({ PutRequest: { Item: one } })); rest.length > 0;) {
      const asked = { RequestItems: { [table]: rest as { PutRequest: { Item: Item } }[] } };
      const { UnprocessedItems } = await client.send(new BatchWriteCommand(asked));
      rest = UnprocessedItems?.[table] ?? [];
    }
  };
  let next = 0;
  const lane = async () => {
    for (let from = next; from < items.length; from = next) {
      next = from + BATCH;
      await write(items.slice(from, next));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  client.destroy();
};

/** What the first page of a list reads by how many records lie behind it, in read units. `page`: at one more than a page holds. */
export interface Growth {
  name: string;
  few: number;
  page: number;
  many: number;
}
const [FEW, ONE_PAGE] = [10, 21];

/** Fills to ten, to a page and to `count` records, and reads every list at each size. */
export const measureGrowth = async (
  count: number,
  fill: (from: number, to: number) => Promise<void>,
  lists: Readonly<Record<string, () => Promise<number>>>,
): Promise<Growth[]> => {
  const sizes: Record<string, number>[] = [];
  let from = 0;
  for (const to of [FEW, ONE_PAGE, count]) {
    await fill(from, to);
    from = to;
    const reads: Record<string, number> = {};
    for (const [name, read] of Object.entries(lists)) reads[name] = await read();
    sizes.push(reads);
  }
  return Object.keys(lists).map((name) => {
    const [few = Number.NaN, page = Number.NaN, many = Number.NaN] = sizes.map((reads) => reads[name]);
    return { name, few, page, many };
  });
};
