import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../kernel/commit';

/** Carries out writes without an event, a hundred at a time. */
export const fillTables = async (plain: DynamoDBDocumentClient, writes: readonly Write[]): Promise<void> => {
  const TransactItems = writes.map(({ lost: _, ...item }) => item);
  for (let from = 0; from < writes.length; from += 100)
    await plain.send(new TransactWriteCommand({ TransactItems: TransactItems.slice(from, from + 100) }));
};
