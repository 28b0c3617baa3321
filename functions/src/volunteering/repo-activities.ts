import type { By, Insurance, Status } from '@gongzhi/shared/volunteering/model';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import { activitiesPk, headKey } from '../kernel/shifts';
import type { Pages } from '../kernel/pages';
import type { HeadFacts, InActivity } from '../kernel/service/ports';

/** What lists show of an activity: under one kilobyte. `version` grows with each change, so that two do not cross. */
export interface HeadItem extends HeadFacts {
  sk: string;
  by: By;
  skills: string[];
  minors: boolean;
  risky: boolean;
  insured: boolean;
  organiserId: string;
  status: Status;
  reason?: string;
  /** Called off before anybody published it: its words are not everybody’s to read. */
  unseen?: boolean;
  version: number;
}
/** What is read of one activity alone. */
export interface TextItem {
  about: string;
  bring?: string;
  risk?: string;
  insurance?: Insurance;
  requestId?: string;
  projectId?: string;
}

export const activityPk = ({ communityId, activityId }: InActivity): string => `${communityId}#a#${activityId}`;
const textKey = (ids: InActivity) => ({ pk: activityPk(ids), sk: 'text' });
const organisedPk = (communityId: string, personId: string) => `${communityId}#o#${personId}`;

export const repoActivities = ({ table: TableName, get, getAll, page }: Pages) => ({
  head: (ids: InActivity) => get<HeadItem>(headKey(ids.communityId, ids.activityId)),
  /** Written last first. */
  list: (communityId: string, cursor: string | undefined) =>
    page<HeadItem>({ pk: activitiesPk(communityId), newestFirst: true, cursor }),
  organised: async (communityId: string, personId: string, cursor: string | undefined) => {
    const pk = organisedPk(communityId, personId);
    const { items, next } = await page<{ sk: string }>({ pk, newestFirst: true, cursor, index: 'byTime' });
    const keys = items.map(({ sk }) => headKey(communityId, sk));
    const found = await getAll(keys, { consistent: false });
    return { items: keys.flatMap((key) => found<HeadItem>(key) ?? []), next };
  },
  planWrites: (ids: InActivity, head: Omit<HeadItem, 'sk'>, text: TextItem): Write[] => [
    {
      Put: {
        TableName,
        Item: {
          ...head,
          ...headKey(ids.communityId, ids.activityId),
          gpk: organisedPk(ids.communityId, head.organiserId),
          gsk: ids.activityId,
        },
      },
    },
    { Put: { TableName, Item: { ...text, ...textKey(ids) } } },
  ],
  textWrite: (ids: InActivity, text: TextItem): Write => ({ Put: { TableName, Item: { ...text, ...textKey(ids) } } }),
  headWrite: (ids: InActivity, change: Change): Write =>
    changeItem(TableName, headKey(ids.communityId, ids.activityId), change),
  /** Still published: for whoever takes a place. */
  openCheck: (ids: InActivity): Write => ({
    ConditionCheck: {
      TableName,
      Key: headKey(ids.communityId, ids.activityId),
      ConditionExpression: '#status = :published',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':published': 'published' },
    },
    lost: 'SHUT',
  }),
});
