import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Band, Consent, Place, Service, Via } from '@gongzhi/shared/volunteering/model';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { headKey, placesPk, shiftKey } from '../kernel/shifts';
import type { HeadItem } from './repo-activities';
import type { InShift, ShiftItem } from './repo-shifts';

/** What one person is and did in a shift. `window`: of the code they came with; `misses`: wrong codes typed. */
export interface PlaceItem {
  sk: string;
  shiftId: string;
  activityId: string;
  name: string;
  place: Place;
  at: string;
  householdId?: string;
  consent?: Consent;
  walkIn?: boolean;
  inAt?: string;
  inVia?: Via;
  band?: Band;
  outAt?: string;
  outVia?: Via;
  late?: boolean;
  window?: number;
  service?: Service;
  misses?: number;
}
const placeKey = ({ communityId, shiftId }: Omit<InShift, 'activityId'>, personId: string) => ({
  pk: placesPk(communityId, shiftId),
  sk: personId,
});
const familyPk = (communityId: string, householdId: string) => `${communityId}#h#${householdId}`;

export const repoPlaces = ({ client, table: TableName, getAll, page }: Pages) => {
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
    /** An activity's head, one of its shifts and a person's place in it: three items, strongly consistent. */
    around: async (ids: InShift, personId: string) => {
      const keys = {
        head: headKey(ids.communityId, ids.activityId),
        shift: shiftKey(ids.communityId, ids.activityId, ids.shiftId),
        place: placeKey(ids, personId),
      };
      const found = await getAll(Object.values(keys), { consistent: true });
      const [head, shift] = [found<HeadItem>(keys.head), found<ShiftItem>(keys.shift)];
      return head && shift ? { head, shift, place: found<PlaceItem>(keys.place) } : undefined;
    },
    attendance: ({ communityId, shiftId }: InShift, cursor: string | undefined) =>
      page<PlaceItem>({ pk: placesPk(communityId, shiftId), newestFirst: false, cursor }),
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
    /** Takes a place, once; whoever withdrew may take one again. */
    takeWrite: (ids: InShift, startsAt: string, { sk: personId, ...place }: PlaceItem): Write => ({
      Put: {
        TableName,
        Item: {
          ...{ ...place, ...placeKey(ids, personId) },
          ...{ gpk: `${ids.communityId}#p#${personId}`, gsk: `${startsAt}#${ids.shiftId}` },
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
    placeWrite: (ids: InShift, personId: string, change: Change): Write =>
      changeItem(TableName, placeKey(ids, personId), change),
    /** Counts a wrong code that was typed: it changes nothing but the tries that are left. */
    countMiss: async (ids: InShift, personId: string): Promise<void> => {
      const change = {
        UpdateExpression: 'ADD misses :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':one': 1 },
      };
      await client.send(new UpdateCommand({ TableName, Key: placeKey(ids, personId), ...change }));
    },
  };
};
