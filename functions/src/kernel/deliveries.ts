import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { outcomeOf, type Outcome } from '@gongzhi/shared/kernel/outcomes';
import { createOpenedBy } from './opened-by';

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
}
export type OutcomesOf = (noticeId: string, from?: string) => Promise<{ people: Told[]; next: string | undefined }>;
/** Chunks looked at for one page: a hundred people. */
const PAGE = 5;

/**
 * Reads what became of a notice, a hundred people a page, strongly consistent; `next` is where to go on. About 55 read units a
 * page, for one's own opening lies in one's own inbox. A notice that was not told to anybody has no people.
 */
export const createOutcomesOf = (client: DynamoDBDocumentClient, TableName: string): OutcomesOf => {
  const openedBy = createOpenedBy(client, TableName);
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
