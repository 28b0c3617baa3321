/** Fills a table of the local engine with many items, as fast as it takes them. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient } from './src/kernel/ddb.ts';

/** As many as one BatchWriteItem may hold. */
const BATCH = 25;
const LANES = 4;

export const putMany = async (endpoint, table, items) => {
  const client = createDocumentClient(endpoint);
  /** All of it: what the engine did not take is sent again. */
  const write = async (some) => {
    for (let rest = some.map((Item) => ({ PutRequest: { Item } })); rest.length > 0;) {
      const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: rest } }));
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
