import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { RollEntry } from '@gongzhi/shared/votes/roll-rules';
import type { Pages } from '../kernel/pages';

/** That somebody of a unit opened the vote's page: once a unit, and by nobody's name. */
export const repoReadings = ({ client, table: TableName }: Pages) => ({
  mark: async (
    communityId: string,
    voteId: string,
    { unitId, building }: RollEntry,
    { at, band }: { at: string; band: string | undefined },
  ): Promise<void> => {
    const Item = { pk: `${communityId}#v#${voteId}#r`, sk: unitId, casts: 1, building, at, ...(band ? { band } : {}) };
    try {
      await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
