import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { headKey, shiftKey } from '../kernel/shifts';
import type { InActivity, InShift, ShiftItem } from '../kernel/service/ports';
import { activityPk, type HeadItem, type TextItem } from './repo-activities';

const keyOf = (ids: InShift) => shiftKey(ids.communityId, ids.activityId, ids.shiftId);
/** Where a shift stands in the list of those to come. */
const soonKey = ({ communityId, shiftId }: InShift, startsAt: string) => ({
  gpk: `${communityId}#soon`,
  gsk: `${startsAt}#${shiftId}`,
});

export const repoShifts = ({ client, table: TableName, get, getAll, page }: Pages) => ({
  shift: (ids: InShift) => get<ShiftItem>(keyOf(ids)),
  /** The text of an activity and its shifts, in the order they were added; strongly consistent. */
  whole: async (ids: InActivity) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': activityPk(ids) },
        ConsistentRead: true,
      }),
    );
    const shifts = Items.filter(({ sk }) => String(sk).startsWith('shift#')) as ShiftItem[];
    return { text: Items.find(({ sk }) => sk === 'text') as TextItem | undefined, shifts };
  },
  /** Shifts that have not begun, the soonest first, with the heads of their activities. */
  coming: async (communityId: string, now: Date, cursor: string | undefined) => {
    const listed = await page<{ pk: string; sk: string }>({
      ...{ pk: `${communityId}#soon`, newestFirst: false, cursor, index: 'byTime' },
      after: now.toISOString(),
    });
    const found = await getAll(listed.items, { consistent: false });
    const shifts = listed.items.flatMap((key) => found<ShiftItem>(key) ?? []);
    const heads = await getAll(
      shifts.map(({ activityId }) => headKey(communityId, activityId)),
      { consistent: false },
    );
    const items = shifts.map((shift) => ({ shift, head: heads<HeadItem>(headKey(communityId, shift.activityId)) }));
    return { items, next: listed.next };
  },
  addWrite: (ids: InShift, shift: Pick<ShiftItem, 'startsAt' | 'endsAt' | 'slots'>): Write => ({
    Put: {
      TableName,
      Item: {
        ...{ ...shift, ...keyOf(ids), ...soonKey(ids, shift.startsAt) },
        ...{ activityId: ids.activityId, taken: 0, waiting: 0 },
      },
    },
  }),
  /** The values that put a moved shift at its place in the list. */
  soonValues: (ids: InShift, startsAt: string) => {
    const { gpk, gsk } = soonKey(ids, startsAt);
    return { ':gpk': gpk, ':gsk': gsk };
  },
  shiftWrite: (ids: InShift, change: Change): Write => changeItem(TableName, keyOf(ids), change),
});
