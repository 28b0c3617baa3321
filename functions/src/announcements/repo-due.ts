import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Pages } from '../kernel/pages';

/** Looked at in one look of the clock. */
const LOOKED_AT = 50;

/** What the clock has to do, of all communities; the index only says where to look. */
export const repoDue = ({ client, table: TableName, getAll }: Pages) => ({
  by: async <T extends Key>(now: Date): Promise<T[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byState',
        KeyConditionExpression: 'gpk = :due AND gsk <= :now',
        ExpressionAttributeValues: { ':due': 'due', ':now': `${now.toISOString()}~` },
        Limit: LOOKED_AT,
      }),
    );
    const keys = (Items as Key[]).map(({ pk, sk }) => ({ pk, sk }));
    const found = await getAll(keys, { consistent: true });
    return keys.flatMap((key) => found<T>(key) ?? []);
  },
});
