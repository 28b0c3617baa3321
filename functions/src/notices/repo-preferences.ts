import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DigestHour, Preferences } from '@gongzhi/shared/kernel/topics';
import type { Write } from '../kernel/commit';
import { preferencesKey } from '../kernel/reachable';
import type { Pages } from '../kernel/pages';

/** Who is told at an hour of a day's notices. */
const digestKey = (hour: DigestHour, personId: string) => ({ pk: `digest#${hour}`, sk: personId });
const PAGE = 100;

export const repoPreferences = ({ client, table: TableName, get }: Pages) => ({
  read: async (personId: string): Promise<Preferences> => {
    const { off = [], digestHour } = (await get<Partial<Preferences>>(preferencesKey(personId))) ?? {};
    return { off, digestHour };
  },
  /** What a person chose, and the hour's list with it. */
  writes: (personId: string, before: Preferences, after: Preferences): Write[] => {
    const { off, digestHour } = after;
    const writes: Write[] = [
      { Put: { TableName, Item: { ...preferencesKey(personId), off, ...(digestHour ? { digestHour } : {}) } } },
    ];
    if (before.digestHour && before.digestHour !== digestHour)
      writes.push({ Delete: { TableName, Key: digestKey(before.digestHour, personId) } });
    if (digestHour) writes.push({ Put: { TableName, Item: digestKey(digestHour, personId) } });
    return writes;
  },
  /** One page of those who are told at an hour. */
  atHour: async (hour: DigestHour, from: string | undefined) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `digest#${hour}` },
        ConsistentRead: true,
        Limit: PAGE,
        ...(from ? { ExclusiveStartKey: digestKey(hour, from) } : {}),
      }),
    );
    return { ids: Items.map(({ sk }) => String(sk)), next: LastEvaluatedKey?.['sk'] as string | undefined };
  },
});
