import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { settingsOf, type CouncilSettings } from '@gongzhi/shared/councils/rules';
import type { Pages } from '../kernel/pages';

const settingsKey = (communityId: string) => ({ pk: `${communityId}#settings`, sk: 'settings' });

export const repoSettings = ({ client, table, get }: Pages) => ({
  read: async (communityId: string): Promise<CouncilSettings> =>
    settingsOf(await get<CouncilSettings>(settingsKey(communityId))),
  /** Writes the first settings of a community; `eventId` names the event that asked for them. Later ones are never overwritten. */
  create: async (communityId: string, settings: CouncilSettings, eventId: string): Promise<void> => {
    const Item = { ...settingsKey(communityId), ...settings, eventId };
    try {
      await client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
