import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createCursors } from './cursor';
import { createPages } from './pages';

/** What one person was told, in their inbox in the notices table. */
export const inboxKey = (personId: string, noticeId: string) => ({ pk: `${personId}#inbox`, sk: noticeId });

/** Which of these people opened a notice in the app: a fact of their own inboxes, a read unit for each. */
export type OpenedBy = (noticeId: string, personIds: readonly string[]) => Promise<ReadonlySet<string>>;

export const createOpenedBy = (client: DynamoDBDocumentClient, table: string): OpenedBy => {
  const { getAll } = createPages({ client, table, cursors: createCursors('') });
  return async (noticeId, personIds) => {
    const find = await getAll(
      personIds.map((id) => inboxKey(id, noticeId)),
      { consistent: true },
    );
    const opened = (id: string) => find<{ readAt?: string }>(inboxKey(id, noticeId))?.readAt !== undefined;
    return new Set(personIds.filter(opened));
  };
};
