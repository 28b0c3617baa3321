import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { changeItem, type Change } from '../change-item';
import type { Write } from '../commit';
import type { Pages } from '../pages';
import { headKey, placesPk, shiftKey } from '../shifts';
import type { Around, HeadFacts, InShift, PlaceItem, ShiftItem } from './ports';

export const placeKey = ({ communityId, shiftId }: Omit<InShift, 'activityId'>, personId: string) => ({
  pk: placesPk(communityId, shiftId),
  sk: personId,
});

/**
 * Heads, shifts and places as every slice with service of its own keeps them, under the same keys in its own table: head
 * c#activities a, shift c#a#a shift#s, place c#s#s p. `around` 3 read units, a page of attendance ≤ 2, a change 2 write units.
 */
export const servicePlaces = <H extends HeadFacts>({ client, table: TableName, get, getAll, page }: Pages) => ({
  shift: (ids: InShift) => get<ShiftItem>(shiftKey(ids.communityId, ids.activityId, ids.shiftId)),
  around: async (ids: InShift, personId: string): Promise<Around<H> | undefined> => {
    const keys = {
      head: headKey(ids.communityId, ids.activityId),
      shift: shiftKey(ids.communityId, ids.activityId, ids.shiftId),
      place: placeKey(ids, personId),
    };
    const found = await getAll(Object.values(keys), { consistent: true });
    const [head, shift] = [found<H>(keys.head), found<ShiftItem>(keys.shift)];
    return head && shift ? { head, shift, place: found<PlaceItem>(keys.place) } : undefined;
  },
  attendance: ({ communityId, shiftId }: InShift, cursor: string | undefined) =>
    page<PlaceItem>({ pk: placesPk(communityId, shiftId), newestFirst: false, cursor }),
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
});
