import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { PlaceItem } from '../kernel/service/ports';
import { placeKey, servicePlaces } from '../kernel/service/service-places';
import { placesPk } from '../kernel/shifts';
import { serviceIds, type HeadItem, type InCall } from './repo-calls';

export const repoPlaces = (pages: Pages) => {
  const { client, table: TableName, getAll } = pages;
  return {
    ...servicePlaces<HeadItem>(pages),
    /** One person’s places in these calls. */
    of: async (communityId: string, personId: string, callIds: readonly string[]) => {
      const keyOf = (callId: string) => placeKey(serviceIds({ communityId, callId }), personId);
      const found = await getAll(callIds.map(keyOf), { consistent: false });
      return (callId: string) => found<PlaceItem>(keyOf(callId));
    },
    /** How many came: as many places are looked at as were taken, 200 at most, some twenty read units. */
    arrived: async ({ communityId, callId }: InCall): Promise<number> => {
      let arrived = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const { Count = 0, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            FilterExpression: 'place = :taken AND attribute_exists(inAt)',
            ExpressionAttributeValues: { ':pk': placesPk(communityId, callId), ':taken': 'taken' },
            Select: 'COUNT',
            ExclusiveStartKey: from,
          }),
        );
        arrived += Count;
        from = LastEvaluatedKey;
      } while (from);
      return arrived;
    },
    /** Takes a place, once; whoever withdrew may take one again. */
    takeWrite: (ids: InCall, { sk: personId, ...place }: PlaceItem): Write => ({
      Put: {
        TableName,
        Item: { ...place, ...placeKey(serviceIds(ids), personId) },
        ConditionExpression: 'attribute_not_exists(pk) OR #place = :withdrawn',
        ExpressionAttributeNames: { '#place': 'place' },
        ExpressionAttributeValues: { ':withdrawn': 'withdrawn' },
      },
      lost: 'MOVED',
    }),
  };
};
