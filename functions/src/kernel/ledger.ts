import { createHash } from 'node:crypto';
import {
  GetCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

/** What one act left: the stored form of an event. `answer` and `hash` answer a repeat of the same request. */
export interface LedgerItem {
  pk: string;
  sk: 'event';
  /** Where it stands in its subject's history; an unlisted event has none. */
  gpk?: string;
  gsk?: string;
  id: string;
  type: string;
  scope: string;
  subject: string;
  actor: string;
  at: string;
  via: 'app' | 'staff' | 'import' | 'afterwards' | 'system';
  behalf?: string;
  data: Record<string, string | number | boolean>;
  hash: string;
  answer: unknown;
}
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The port of the Ledger table: read one act by its key, write one transaction. */
export interface Ledger {
  table: string;
  find(key: string): Promise<LedgerItem | undefined>;
  transact(items: TransactItem[], token: string): Promise<void>;
}

/** The event's key: the same actor and Idempotency-Key in the same scope name the same act. */
export const eventKey = (scope: string, actor: string, idempotencyKey: string): string =>
  `${scope}#${createHash('sha256').update(`${actor}|${idempotencyKey}`).digest('base64url')}`;

export const createLedger = (client: DynamoDBDocumentClient, table: string): Ledger => ({
  table,
  find: async (pk) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk, sk: 'event' }, ConsistentRead: true }),
    );
    return Item as LedgerItem | undefined;
  },
  transact: async (TransactItems, ClientRequestToken) => {
    await client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
  },
});
