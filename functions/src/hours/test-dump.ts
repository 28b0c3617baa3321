import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Item = Record<string, unknown>;
interface Written {
  TableName: string;
  Item?: Item;
  Key?: Item;
}
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : (value as { S: string }).S);

/**
 * What a client has written, for tests: whoever writes names the keys, so whatever the acts left behind is read by them
 * and no table is gone through. A write outside a transaction is an error of its own.
 */
export const watchWrites = () => {
  const keys = new Map<string, { table: string; key: { pk: string; sk: string } }>();
  const through = (client: DynamoDBDocumentClient) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (/^(Put|Update|Delete|BatchWrite)/.test(String(context['commandName'])))
          throw new Error('written outside a transaction');
        const { TransactItems = [] } = args.input as unknown as { TransactItems?: Record<string, Written>[] };
        for (const { TableName, Item, Key } of TransactItems.flatMap((one) => Object.values(one))) {
          const key = { pk: wordOf((Item ?? Key)?.['pk']), sk: wordOf((Item ?? Key)?.['sk']) };
          keys.set(`${TableName} ${key.pk} ${key.sk}`, { table: TableName, key });
        }
        return next(args);
      },
      { step: 'initialize', name: 'watch-writes' },
    );
  /** Every item that was ever written and is there now, by its table and key. */
  const dump = async (client: DynamoDBDocumentClient): Promise<Record<string, Item>> => {
    const found: Record<string, Item> = {};
    const all = [...keys.values()];
    for (let i = 0; i < all.length; i += 100) {
      const RequestItems: Record<string, { Keys: Item[]; ConsistentRead: true }> = {};
      for (const { table, key } of all.slice(i, i + 100))
        (RequestItems[table] ??= { Keys: [], ConsistentRead: true }).Keys.push(key);
      const { Responses = {} } = await client.send(new BatchGetCommand({ RequestItems }));
      for (const [table, items] of Object.entries(Responses))
        for (const item of items) found[`${table} ${item['pk']} ${item['sk']}`] = item;
    }
    return found;
  };
  return { through, dump };
};
