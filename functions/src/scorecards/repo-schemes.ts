import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Service } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Scheme } from '@gongzhi/shared/scorecards/model';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { ofService } from './of-service';
import { versionName } from './repo-duties';

const schemesPk = (streetId: string, service: Service | undefined) => ofService(`${streetId}#schemes`, service);
/** Behind every quarter and version. */
const END = '~';

export const repoSchemes = ({ client, table: TableName }: Pages) => {
  const newestBefore = async (pk: string, end: string): Promise<Scheme | undefined> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk < :end',
        ExpressionAttributeValues: { ':pk': pk, ':end': end },
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
    /** The scheme that holds in a quarter, of communities as a whole or of a service. */
    of: (streetId: string, quarter: string, service?: Service) =>
      newestBefore(schemesPk(streetId, service), `${quarter}${END}`),
    /** The one that was set last; it may hold later only. */
    last: (streetId: string, service?: Service) => newestBefore(schemesPk(streetId, service), END),
    addWrite: (streetId: string, scheme: Scheme): Write => ({
      Put: {
        TableName,
        Item: {
          pk: schemesPk(streetId, scheme.service),
          sk: `${scheme.from}#${versionName(scheme.version)}`,
          ...scheme,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'SET',
    }),
  };
};
