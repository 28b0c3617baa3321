import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import type { InShift, PlaceItem } from '../kernel/service/ports';
import { placeKey } from '../kernel/service/service-places';
import { shiftKey } from '../kernel/shifts';

interface Window {
  startsAt: string;
  endsAt: string;
}
interface Claimer {
  personId: string;
  displayName: string;
}

/** A visit is a shift with one place, which the claimer has. */
export const repoVisits = ({ table: TableName, get }: Pages) => ({
  place: (ids: Omit<InShift, 'activityId'>, personId: string) => get<PlaceItem>(placeKey(ids, personId)),
  addWrites: (ids: InShift, window: Window, { personId, displayName }: Claimer, at: string): Write[] => {
    const { communityId, activityId, shiftId } = ids;
    const shift = { ...window, activityId, slots: 1, taken: 1, waiting: 0 };
    const place = { activityId, shiftId, name: displayName, place: 'taken', at };
    return [
      { Put: { TableName, Item: { ...shift, ...shiftKey(communityId, activityId, shiftId) } } },
      { Put: { TableName, Item: { ...place, ...placeKey(ids, personId) } } },
    ];
  },
  /** At another time, while the claimer has not come. */
  moveWrites: (ids: InShift, { startsAt, endsAt }: Window, claimerId: string): Write[] => [
    changeItem(TableName, shiftKey(ids.communityId, ids.activityId, ids.shiftId), {
      to: 'SET #startsAt = :startsAt, #endsAt = :endsAt',
      when: 'attribute_exists(pk)',
      lost: 'MOVED',
      values: { ':startsAt': startsAt, ':endsAt': endsAt },
    }),
    {
      ConditionCheck: {
        TableName,
        Key: placeKey(ids, claimerId),
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(inAt)',
      },
      lost: 'MOVED',
    },
  ],
  /** The claimer does not come, as far as they have not come already. */
  offWrite: (ids: Omit<InShift, 'activityId'>, claimerId: string): Write =>
    changeItem(TableName, placeKey(ids, claimerId), {
      to: 'SET #place = :withdrawn',
      when: 'attribute_not_exists(#inAt)',
      lost: 'MOVED',
      values: { ':withdrawn': 'withdrawn' },
    }),
});
