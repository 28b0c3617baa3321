import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Notice } from '@gongzhi/shared/notices/model';
import { KEPT_DAYS, MOST_UNREAD } from '@gongzhi/shared/notices/rules';
import type { Write } from '../kernel/commit';
import { inboxKey } from '../kernel/opened-by';
import type { Pages } from '../kernel/pages';

export interface NoticeItem extends Omit<Notice, 'noticeId' | 'read'> {
  sk: string;
  readAt?: string;
  /** The sending that told of it, whose figures its opening is counted in. */
  via?: string;
}
const inboxPk = (personId: string) => inboxKey(personId, '').pk;
const markKey = (personId: string) => ({ pk: `${personId}#mark`, sk: 'mark' });
const DAY_SECONDS = 86_400;

export const repoInbox = ({ client, table: TableName, get, page }: Pages) => ({
  /**
   * Tells one person of one event, once; a second time changes nothing, not even what was read. Whether it was this sending
   * (`via`) that told of it: of two for one event, one sends.
   */
  tell: async (personId: string, eventId: string, notice: Omit<NoticeItem, 'sk' | 'readAt'>): Promise<boolean> => {
    const ttl = Math.floor(Date.parse(notice.arrivedAt) / 1000) + KEPT_DAYS * DAY_SECONDS;
    const Item = { pk: inboxPk(personId), sk: eventId, ...notice, ttl };
    try {
      await client.send(
        new PutCommand({
          ...{ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const told = error.Item && unmarshall(error.Item);
      return notice.via !== undefined && told?.['via'] === notice.via;
    }
  },
  one: (personId: string, noticeId: string) => get<NoticeItem>({ pk: inboxPk(personId), sk: noticeId }),
  list: (personId: string, cursor: string | undefined) =>
    page<NoticeItem>({ pk: inboxPk(personId), newestFirst: true, cursor }),
  /** All that had arrived by then is read. */
  mark: async (personId: string): Promise<string | undefined> => (await get<{ upTo: string }>(markKey(personId)))?.upTo,
  /** Unread among the newest MOST_UNREAD. */
  unread: async (personId: string, upTo: string | undefined): Promise<number> => {
    const { Count = 0 } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'attribute_not_exists(readAt) AND arrivedAt > :upTo',
        ExpressionAttributeValues: { ':pk': inboxPk(personId), ':upTo': upTo ?? '' },
        ScanIndexForward: false,
        Limit: MOST_UNREAD,
        Select: 'COUNT',
      }),
    );
    return Count;
  },
  /** Of what was never opened: two at once are one opening. */
  readWrite: (personId: string, noticeId: string, at: string): Write => ({
    Update: {
      TableName,
      Key: { pk: inboxPk(personId), sk: noticeId },
      UpdateExpression: 'SET readAt = :at',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(readAt)',
      ExpressionAttributeValues: { ':at': at },
    },
    lost: 'READ',
  }),
  /** The mark only moves forward: an older request that comes late takes nothing back. */
  markWrite: (personId: string, upTo: string): Write => ({
    Update: {
      TableName,
      Key: markKey(personId),
      UpdateExpression: 'SET upTo = :upTo',
      ConditionExpression: 'attribute_not_exists(upTo) OR upTo < :upTo',
      ExpressionAttributeValues: { ':upTo': upTo },
    },
    lost: 'FURTHER',
  }),
});
