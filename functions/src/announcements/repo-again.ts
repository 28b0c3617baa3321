import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Tally } from '@gongzhi/shared/announcements/model';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { InOne } from './repo-heads';
import type { DoneItem, RowItem } from './repo-rows';
import { donePk, expiresAt, listPk, listSk, placeOf, rowKey, rowsPk, UNTAKEN } from './row-key';

interface By {
  now: Date;
  urgent: boolean;
}
const AT_ONCE = 50;

/** What becomes of a call list when its announcement was corrected or withdrawn. */
export const repoAgain = ({ client, table: TableName }: Pages) => {
  const some = async <T extends { sk: string }>(pk: string, from: string | undefined) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        Limit: AT_ONCE,
        ...(from ? { ExclusiveStartKey: { pk, sk: from } } : {}),
      }),
    );
    return { items: Items as T[], next: LastEvaluatedKey?.['sk'] as string | undefined };
  };
  /** One household fewer in a figure of the list. */
  const lessWrite = (ids: InOne, urgent: boolean, field: keyof Tally): Write =>
    changeItem(
      TableName,
      { pk: listPk(ids.communityId), sk: listSk(ids.announcementId, urgent) },
      { to: `ADD #${field} :less`, when: 'attribute_exists(#pk)', lost: 'NO_LIST', values: { ':less': -1 } },
    );
  return {
    rowsFrom: (ids: InOne, from: string | undefined) => some<RowItem>(rowsPk(ids), from),
    doneFrom: (ids: InOne, from: string | undefined) => some<DoneItem>(donePk(ids), from),
    /** A household that need not be told any more, unless somebody is at it. */
    clearWrites: (ids: InOne, row: string, { now, urgent }: By): Write[] => [
      {
        Delete: {
          TableName,
          Key: rowKey(ids, row),
          ConditionExpression: UNTAKEN,
          ExpressionAttributeNames: { '#pk': 'pk', '#until': 'until', '#by': 'by' },
          ExpressionAttributeValues: { ':now': now.toISOString(), ':me': '' },
        },
        lost: 'TAKEN',
      },
      lessWrite(ids, urgent, 'rows'),
    ],
    /** A household that was told what no longer holds is to be told again; no longer counted as told. */
    backWrites: (
      ids: InOne,
      { outcome, at, by: _by, expiresAt: _, ...row }: DoneItem,
      { now, urgent }: By,
    ): Write[] => {
      const place = { gpk: rowsPk(ids), gsk: placeOf({ ...row, absent: 0, again: true }) };
      return [
        {
          Delete: {
            TableName,
            Key: { pk: donePk(ids), sk: row.sk },
            ConditionExpression: '#at = :at',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':at': at },
          },
          lost: 'TOLD_SINCE',
        },
        {
          Put: {
            TableName,
            Item: { ...row, ...rowKey(ids, row.sk), ...place, absent: 0, again: true, expiresAt: expiresAt(now) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
          lost: 'LISTED',
        },
        lessWrite(ids, urgent, outcome as 'phone' | 'door'),
      ];
    },
  };
};
