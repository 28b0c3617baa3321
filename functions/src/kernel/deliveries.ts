import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { outcomeOf, type Outcome } from '@gongzhi/shared/kernel/outcomes';
import { createCursors } from './cursor';
import { createPages } from './pages';

/** The sending of a notice in the notices table: its job (sk `job`) and its chunks (`000000`, `000001`, …). */
export const sendPk = (sendId: string): string => `send#${sendId}`;
export const chunkKey = (sendId: string, chunk: number) => ({
  pk: sendPk(sendId),
  sk: String(chunk).padStart(6, '0'),
});
/** What one person was told, in their inbox. */
export const inboxKey = (personId: string, noticeId: string) => ({ pk: `${personId}#inbox`, sk: noticeId });

/** Twenty people at most, and what became of the message to each, one letter in the same order. */
export interface ChunkItem {
  pk: string;
  sk: string;
  people: string[];
  out: string;
}

/** Somebody who was told of a notice in the app; whether they opened it, and what became of the message over WeChat. */
export interface Told {
  id: string;
  outcome: Outcome;
  opened: boolean;
}
export type OutcomesOf = (noticeId: string, from?: string) => Promise<{ people: Told[]; next: string | undefined }>;
/** Chunks looked at for one page: a hundred people. */
const PAGE = 5;

/**
 * Reads what became of a notice, a hundred people a page, strongly consistent; `next` is where to go on. About 55 read units a
 * page, for one's own opening lies in one's own inbox. A notice that was not told to anybody has no people.
 */
export const createOutcomesOf = (client: DynamoDBDocumentClient, TableName: string): OutcomesOf => {
  const { getAll } = createPages({ client, table: TableName, cursors: createCursors('') });
  return async (noticeId, from) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': sendPk(noticeId), ':first': '0', ':last': '999999' },
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: { pk: sendPk(noticeId), sk: from } } : {}),
      }),
    );
    const told = (Items as ChunkItem[]).flatMap(({ people, out }) =>
      people.map((id, i) => ({ id, outcome: outcomeOf(out[i] ?? '.') })),
    );
    const find = await getAll(
      told.map(({ id }) => inboxKey(id, noticeId)),
      { consistent: true },
    );
    const opened = (id: string) => find<{ readAt?: string }>(inboxKey(id, noticeId))?.readAt !== undefined;
    return {
      people: told.map((one) => ({ ...one, opened: opened(one.id) })),
      next: LastEvaluatedKey?.['sk'] as string,
    };
  };
};
