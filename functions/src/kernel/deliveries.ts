import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { noticeIdOf } from '@gongzhi/shared/kernel/announcement-notice';
import { outcomeOf, type Outcome } from '@gongzhi/shared/kernel/outcomes';
import { createCursors } from './cursor';
import { createOpenedBy } from './opened-by';
import { createPages } from './pages';

/** The sending of a notice in the notices table: its job (sk `job`) and its chunks (`000000`, `000001`, …). */
export const sendPk = (sendId: string): string => `send#${sendId}`;
export const chunkKey = (sendId: string, chunk: number) => ({
  pk: sendPk(sendId),
  sk: String(chunk).padStart(6, '0'),
});

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
  /** Where their outcome lies among the chunks of the sending. */
  chunk: string;
}
/** What was sent: under which id its sending goes, and under which its notice lies in the inboxes. */
export interface Sent {
  sendId: string;
  noticeId: string;
}
/** An announcement as it was sent. `at`: when it was published. */
export const sentAs = (announcement: { announcementId: string; at: string }): Sent => ({
  sendId: announcement.announcementId,
  noticeId: noticeIdOf(announcement),
});
export type OutcomesOf = (sent: Sent, from?: string) => Promise<{ people: Told[]; next: string | undefined }>;
/** Chunks looked at for one page: a hundred people. */
const PAGE = 5;

/**
 * Reads what became of a notice, a hundred people a page, strongly consistent; `next` is where to go on. About 55 read units a
 * page, for one's own opening lies in one's own inbox. A notice that was not told to anybody has no people.
 */
export const createOutcomesOf = (client: DynamoDBDocumentClient, TableName: string): OutcomesOf => {
  const openedBy = createOpenedBy(client, TableName);
  return async ({ sendId, noticeId }, from) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': sendPk(sendId), ':first': '0', ':last': '999999' },
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: { pk: sendPk(sendId), sk: from } } : {}),
      }),
    );
    const told = (Items as ChunkItem[]).flatMap(({ sk: chunk, people, out }) =>
      people.map((id, i) => ({ id, chunk, outcome: outcomeOf(out[i] ?? '.') })),
    );
    const opened = await openedBy(
      noticeId,
      told.map(({ id }) => id),
    );
    return {
      people: told.map((one) => ({ ...one, opened: opened.has(one.id) })),
      next: LastEvaluatedKey?.['sk'] as string,
    };
  };
};

/** Which of these WeChat has reached by now; each with the chunk their outcome lies in. One read unit a chunk. */
export type DeliveredOf = (sendId: string, chunkOf: Readonly<Record<string, string>>) => Promise<ReadonlySet<string>>;

export const createDeliveredOf = (client: DynamoDBDocumentClient, table: string): DeliveredOf => {
  const { getAll } = createPages({ client, table, cursors: createCursors('') });
  return async (sendId, chunkOf) => {
    const keyOf = (chunk: string) => ({ pk: sendPk(sendId), sk: chunk });
    const find = await getAll(Object.values(chunkOf).map(keyOf), { consistent: true });
    const isDelivered = ([id, chunk]: [string, string]): boolean => {
      const { people = [], out = '' } = find<ChunkItem>(keyOf(chunk)) ?? {};
      return outcomeOf(out[people.indexOf(id)] ?? '.') === 'delivered';
    };
    return new Set(
      Object.entries(chunkOf)
        .filter(isDelivered)
        .map(([id]) => id),
    );
  };
};
