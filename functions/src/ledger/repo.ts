import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import type { Cursors } from '../kernel/cursor';
import type { LedgerItem } from '../kernel/ledger';

/**
 * The ledger table, as read. It is written by `commit` alone (kernel/ledger.ts).
 *
 * | what                               | key                                                    | units                                  |
 * | ---------------------------------- | ------------------------------------------------------ | -------------------------------------- |
 * | one act, to answer its repeat      | pk <scope>#<hash of actor and key>, sk event           | 1 read                                 |
 * | the events about one subject       | index bySubject: gpk <scope>#<subject>, gsk <at>#<id>  | 1.5 to 2 reads a page of 20 (0.5 a 4 KB) |
 *
 * The index is eventually consistent: it shows a history and decides nothing.
 */
export interface Page {
  items: LedgerItem[];
  next?: string;
}

const indexKey = ({ pk, sk, gpk, gsk }: LedgerItem) => ({ pk, sk, gpk, gsk });

export const createRepo = (client: DynamoDBDocumentClient, table: string, cursors: Cursors) => ({
  /** A page of events, oldest first. @throws BadCursor */
  history: async (scope: string, subject: string, cursor: string | undefined): Promise<Page> => {
    const list = `ledger|${scope}|${subject}`;
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'bySubject',
        ExclusiveStartKey: cursors.open(list, cursor),
        KeyConditionExpression: 'gpk = :subject',
        ExpressionAttributeValues: { ':subject': `${scope}#${subject}` },
        // one more than a page tells whether there is another
        Limit: PAGE_SIZE + 1,
      }),
    );
    const found = (Items ?? []) as LedgerItem[];
    const items = found.slice(0, PAGE_SIZE);
    const last = items.at(-1);
    const next = found.length > PAGE_SIZE && last ? cursors.seal(list, indexKey(last)) : undefined;
    return { items, ...(next && { next }) };
  },
});
export type Repo = ReturnType<typeof createRepo>;
