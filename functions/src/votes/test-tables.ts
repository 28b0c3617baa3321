import { QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../kernel/commit';
import type { LedgerItem } from '../kernel/ledger';

/** Carries out writes without an event, a hundred at a time. */
export const fillTables = async (plain: DynamoDBDocumentClient, writes: readonly Write[]): Promise<void> => {
  const TransactItems = writes.map(({ lost: _, ...item }) => item);
  for (let from = 0; from < writes.length; from += 100)
    await plain.send(new TransactWriteCommand({ TransactItems: TransactItems.slice(from, from + 100) }));
};

/** The events about a subject, oldest first. For tests. */
export const eventsIn =
  (plain: DynamoDBDocumentClient, communityId: string) =>
  async (subject: string): Promise<LedgerItem[]> => {
    const { Items } = await plain.send(
      new QueryCommand({
        TableName: 'ledger',
        IndexName: 'bySubject',
        KeyConditionExpression: 'gpk = :subject',
        ExpressionAttributeValues: { ':subject': `${communityId}#${subject}` },
      }),
    );
    return Items as LedgerItem[];
  };
