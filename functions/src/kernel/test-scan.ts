import { ScanCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Item = Record<string, unknown> & { pk: string; sk: string };

/**
 * What a table holds at this moment: `under(pk)` are the items of a partition in the order of their sort keys. For tests
 * that compare all of it before and after: one look costs a hundredth of a query for each partition.
 */
export const readTable = async (
  client: DynamoDBDocumentClient,
  TableName: string,
): Promise<{ under: (pk: string) => Item[] }> => {
  const partitions = new Map<string, Item[]>();
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const asked = { TableName, ConsistentRead: true, ExclusiveStartKey };
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand(asked));
    for (const item of Items as Item[]) {
      const partition = partitions.get(item.pk) ?? [];
      partitions.set(item.pk, partition);
      partition.push(item);
    }
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return { under: (pk) => partitions.get(pk) ?? [] };
};
