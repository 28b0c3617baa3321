import type { Track } from '@gongzhi/shared/exchange/model';
import type { Tally } from '@gongzhi/shared/exchange/rules';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

/** One person's hours of one shift in one track. */
export interface Served {
  communityId: string;
  personId: string;
  activityId: string;
  shiftId: string;
  track: Track;
}
/** `teams`: those the hours count for, fixed with the first hours, so that a reversal takes them from the same. */
export interface TallyItem extends Tally {
  sk: string;
  version: number;
  teams?: string[];
}
/** Shifts of one person in one activity that are looked at. */
const LOOKED_AT = 20;
const servedPk = (communityId: string, activityId: string) => `${communityId}#s#${activityId}`;
const tallyKey = ({ communityId, personId, activityId, shiftId, track }: Served) => ({
  pk: servedPk(communityId, activityId),
  sk: `${personId}#${shiftId}#${track}`,
});

export const repoTallies = ({ table: TableName, get, page, under }: Pages) => ({
  read: (served: Served) => get<TallyItem>(tallyKey(served)),
  /** Who served in an activity, in the order of persons; one person's shifts lie beside each other. */
  ofActivity: ({ communityId, activityId }: Pick<Served, 'communityId' | 'activityId'>, cursor: string | undefined) =>
    page<TallyItem>({ pk: servedPk(communityId, activityId), newestFirst: false, cursor }),
  /** Whether somebody has hours of an activity, in any of its shifts. */
  hasServed: async ({ communityId, activityId, personId }: Omit<Served, 'shiftId' | 'track'>): Promise<boolean> => {
    const tallies = await under({ pk: servedPk(communityId, activityId), prefix: `${personId}#`, limit: LOOKED_AT });
    return (tallies as (Key & Tally)[]).some(({ minutes }) => minutes > 0);
  },
  /** The tally as it shall be, if it still is as it was seen. */
  moveWrite: (served: Served, seen: TallyItem | undefined, after: Tally & { teams?: string[] }): Write => ({
    Put: {
      TableName,
      Item: { ...tallyKey(served), ...after, version: (seen?.version ?? 0) + 1 },
      ...(seen
        ? { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': seen.version } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
    lost: 'MOVED',
  }),
});
