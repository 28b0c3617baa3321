import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Scheme } from '@gongzhi/shared/scorecards/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { versionName } from './repo-duties';

const schemesPk = (streetId: string) => `${streetId}#schemes`;
/** Behind every quarter and version. */
const END = '~';

export const repoSchemes = ({ client, table: TableName }: Pages) => {
  const newestBefore = async (streetId: string, end: string): Promise<Scheme | undefined> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk < :end',
        ExpressionAttributeValues: { ':pk': schemesPk(streetId), ':end': end },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    const [found] = Items as (Scheme & Key)[];
    if (!found) return undefined;
    const { pk: _pk, sk: _sk, ...scheme } = found;
    return scheme;
  };
  return {
    /** The scheme that holds in a quarter. */
    of: (streetId: string, quarter: string) => newestBefore(streetId, `${quarter}${END}`),
    /** The one that was set last; it may hold later only. */
    last: (streetId: string) => newestBefore(streetId, END),
    addWrite: (streetId: string, scheme: Scheme): Write => ({
      Put: {
        TableName,
        Item: { pk: schemesPk(streetId), sk: `${scheme.from}#${versionName(scheme.version)}`, ...scheme },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'SET',
    }),
  };
};
