import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Source } from '@gongzhi/shared/hours/model';
import { createCursors } from '../kernel/cursor';
import { createPages } from '../kernel/pages';
import { headKey, shiftKey } from '../kernel/shifts';

/** What the ledger asks of a shift, which belongs to the volunteering slice or another source. */
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

/** An activity, a wish, a call: by its id, and whose table it lies in. */
export interface Told {
  activityId: string;
  source?: Source | undefined;
}
export interface Shifts {
  shift(communityId: string, activityId: string, shiftId: string, source?: Source): Promise<Shift | undefined>;
  /** Activities by their ids, as they are now; those that are not known are left out. */
  activities(communityId: string, told: readonly Told[]): Promise<ReadonlyMap<string, Activity>>;
}

type Head = Activity;
const activityOf = ({ title, place, kind, organiserId }: Head): Activity => ({
  ...{ title, place, kind },
  ...(organiserId ? { organiserId } : {}),
});

const VOLUNTEERING = 'volunteering';
/** The tables by the slice that keeps them, all with the same keys. */
export type ShiftTables = Readonly<Record<typeof VOLUNTEERING | Source, string>>;

/** Reads activities and shifts from the tables of those who keep them: a shift 2 read units, activities one BatchGet a table. */
export const repoShifts = (client: DynamoDBDocumentClient, tables: ShiftTables): Shifts => {
  const pagesOf = (source: Source | undefined) =>
    createPages({ client, table: tables[source ?? VOLUNTEERING], cursors: createCursors('') });
  return {
    shift: async (communityId, activityId, shiftId, source) => {
      const keys = [headKey(communityId, activityId), shiftKey(communityId, activityId, shiftId)] as const;
      const lookup = await pagesOf(source).getAll(keys, { consistent: true });
      const [head, shift] = [lookup<Head>(keys[0]), lookup<{ startsAt: string; endsAt: string }>(keys[1])];
      return head && shift && { ...activityOf(head), activityId, shiftId, from: shift.startsAt, to: shift.endsAt };
    },
    activities: async (communityId, told) => {
      const keyOf = (id: string) => headKey(communityId, id);
      const sources = [...new Set(told.map(({ source }) => source))];
      const parts = sources.map(async (source) => {
        const ids = told.filter((one) => one.source === source).map(({ activityId }) => activityId);
        const lookup = await pagesOf(source).getAll(ids.map(keyOf), { consistent: false });
        const found = ids.map((id) => [id, lookup<Head>(keyOf(id))] as const);
        return found.flatMap(([id, head]) => (head ? [[id, activityOf(head)] as const] : []));
      });
      return new Map((await Promise.all(parts)).flat());
    },
  };
};
