import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { createComersOf, headKey, placesPk, shiftKey } from '../kernel/shifts';
import type { InShift, PlaceItem, ShiftItem } from '../kernel/service/ports';
import { placeKey, servicePlaces } from '../kernel/service/service-places';
import type { HeadItem } from './repo-activities';

const familyPk = (communityId: string, householdId: string) => `${communityId}#h#${householdId}`;
/** Where a place stands in its owner's list. */
const orderOf = ({ shiftId }: InShift, startsAt: string) => `${startsAt}#${shiftId}`;

export const repoPlaces = (pages: Pages) => {
  const { client, table: TableName, getAll, page } = pages;
  const withShifts = async (communityId: string, keys: readonly Key[]) => {
    const places = await getAll(keys, { consistent: false });
    const items = keys.flatMap((key) => places<PlaceItem>(key) ?? []);
    const around = ({ activityId, shiftId }: PlaceItem) =>
      [shiftKey(communityId, activityId, shiftId), headKey(communityId, activityId)] as const;
    const found = await getAll(items.flatMap(around), { consistent: false });
    return items.flatMap((item) => {
      const [atShift, atHead] = around(item);
      const [shift, head] = [found<ShiftItem>(atShift), found<HeadItem>(atHead)];
      return shift && head ? [{ item, shift, head }] : [];
    });
  };
  return {
    ...servicePlaces<HeadItem>(pages),
    mine: async (communityId: string, personId: string, cursor: string | undefined) => {
      const pk = `${communityId}#p#${personId}`;
      const listed = await page<Key>({ pk, newestFirst: true, cursor, index: 'byTime' });
      return { items: await withShifts(communityId, listed.items), next: listed.next };
    },
    family: async (communityId: string, householdId: string, cursor: string | undefined) => {
      const pk = familyPk(communityId, householdId);
      const listed = await page<Key>({
        ...{ pk, newestFirst: true, cursor, index: 'byFamily' },
        by: ['hpk', 'hsk'],
      });
      return { items: await withShifts(communityId, listed.items), next: listed.next };
    },
    /** Whoever has waited longest; strongly consistent. */
    firstWaiting: async ({ communityId, shiftId }: InShift): Promise<PlaceItem | undefined> => {
      let first: PlaceItem | undefined;
      let from: Record<string, unknown> | undefined;
      do {
        const { Items, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            FilterExpression: '#place = :waiting',
            ExpressionAttributeNames: { '#place': 'place' },
            ExpressionAttributeValues: { ':pk': placesPk(communityId, shiftId), ':waiting': 'waiting' },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        for (const item of (Items ?? []) as PlaceItem[]) if (!first || item.at < first.at) first = item;
        from = LastEvaluatedKey;
      } while (from);
      return first;
    },
    comers: createComersOf(client, TableName),
    /** Puts a place where its shift now stands in its owner's list; nothing, where it stands there or was given back. 3 write units. */
    moveTo: async (ids: InShift, personId: string, startsAt: string): Promise<void> => {
      try {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: placeKey(ids, personId),
            UpdateExpression: 'SET gsk = :gsk',
            ConditionExpression: 'attribute_exists(gpk) AND gsk <> :gsk',
            ExpressionAttributeValues: { ':gsk': orderOf(ids, startsAt) },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    /** Takes a place, once; whoever withdrew may take one again. */
    takeWrite: (ids: InShift, startsAt: string, { sk: personId, ...place }: PlaceItem): Write => ({
      Put: {
        TableName,
        Item: {
          ...{ ...place, ...placeKey(ids, personId) },
          ...{ gpk: `${ids.communityId}#p#${personId}`, gsk: orderOf(ids, startsAt) },
          ...(place.consent === 'asked' && place.householdId
            ? { hpk: familyPk(ids.communityId, place.householdId), hsk: `${ids.shiftId}#${personId}` }
            : {}),
        },
        ConditionExpression: 'attribute_not_exists(pk) OR #place = :withdrawn',
        ExpressionAttributeNames: { '#place': 'place' },
        ExpressionAttributeValues: { ':withdrawn': 'withdrawn' },
      },
      lost: 'SIGNED_UP',
    }),
  };
};
