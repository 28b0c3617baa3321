import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import { headKey, shiftKey } from '../kernel/shifts';

/** What the ledger asks of a shift, which belongs to the volunteering slice. */
export interface Shift {
  activityId: string;
  shiftId: string;
  title: string;
  place: string;
  kind: string;
  organiserId?: string;
  from: string;
  to: string;
}
/** What is known of an activity without its shifts. */
export type Activity = Pick<Shift, 'title' | 'place' | 'kind' | 'organiserId'>;

export interface Shifts {
  shift(communityId: string, activityId: string, shiftId: string): Promise<Shift | undefined>;
  /** Activities by their ids, as they are now; those that are not known are left out. */
  activities(communityId: string, activityIds: readonly string[]): Promise<ReadonlyMap<string, Activity>>;
}

type Head = Activity;
const activityOf = ({ title, place, kind, organiserId }: Head): Activity => ({
  ...{ title, place, kind },
  ...(organiserId ? { organiserId } : {}),
});

/** Reads activities and shifts from the volunteering table: a shift 2 read units, activities one BatchGet. */
export const repoShifts = (client: DynamoDBDocumentClient, volunteeringTable: string): Shifts => {
  const { getAll } = createPages({ client, table: volunteeringTable, cursors: createCursors('') });
  return {
    shift: async (communityId, activityId, shiftId) => {
      const keys = [headKey(communityId, activityId), shiftKey(communityId, activityId, shiftId)] as const;
      const lookup = await getAll(keys, { consistent: true });
      const [head, shift] = [lookup<Head>(keys[0]), lookup<{ startsAt: string; endsAt: string }>(keys[1])];
      return head && shift && { ...activityOf(head), activityId, shiftId, from: shift.startsAt, to: shift.endsAt };
    },
    activities: async (communityId, ids) => {
      const keyOf = (id: string) => headKey(communityId, id);
      const lookup = await getAll(ids.map(keyOf), { consistent: false });
      const found = ids.map((id) => [id, lookup<Head>(keyOf(id))] as const);
      return new Map(found.flatMap(([id, head]) => (head ? [[id, activityOf(head)] as const] : [])));
    },
  };
};
