import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Picture } from '@gongzhi/shared/opinions/model';
import type { Key, Pages } from '../kernel/pages';
import { matterKey, matterOf, type InMatter } from './matter-key';

const STALE = 'yes';
/** Matters computed in one tick; more wait for the next minute. */
const MOST_DUE = 25;

export const repoPictures = ({ client, table: TableName, get }: Pages) => ({
  /** As last computed; eventually consistent, 0.5 units a 4 KB. */
  read: async (matter: InMatter): Promise<Picture | undefined> => {
    const Key = { pk: matterKey(matter), sk: 'picture' };
    const { Item } = await client.send(new GetCommand({ TableName, Key }));
    return (Item as { picture: Picture } | undefined)?.picture;
  },
  keep: async (matter: InMatter, picture: Picture): Promise<void> => {
    await client.send(new PutCommand({ TableName, Item: { pk: matterKey(matter), sk: 'picture', picture } }));
  },
  /** Says that the picture no longer shows all answers; `since` tells one saying from the next. */
  mark: async (matter: InMatter, since: string): Promise<void> => {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { pk: matterKey(matter), sk: 'stale' },
        UpdateExpression: 'SET stale = :yes, since = :since',
        ExpressionAttributeValues: { ':yes': STALE, ':since': since },
      }),
    );
  },
  marked: (matter: InMatter) => get<Key & { since: string }>({ pk: matterKey(matter), sk: 'stale' }),
  /** Takes the mark away unless it was set again meanwhile. */
  unmark: async (matter: InMatter, since: string): Promise<void> => {
    try {
      await client.send(
        new DeleteCommand({
          TableName,
          Key: { pk: matterKey(matter), sk: 'stale' },
          ConditionExpression: 'since = :since',
          ExpressionAttributeValues: { ':since': since },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  /** Where to look, longest waiting first. */
  listStale: async (): Promise<InMatter[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byStale',
        KeyConditionExpression: 'stale = :yes',
        ExpressionAttributeValues: { ':yes': STALE },
        Limit: MOST_DUE,
      }),
    );
    return (Items as Key[]).flatMap(({ pk }) => matterOf(pk, '') ?? []);
  },
});
