import { FOLLOW_UP_DEFAULTS, type FollowUp } from '@gongzhi/shared/resolutions/rule-sets';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

const settingsKey = (communityId: string) => ({ pk: `${communityId}#settings`, sk: 'follow-up' });

export const repoSettings = ({ table: TableName, get }: Pages) => ({
  read: async (communityId: string): Promise<FollowUp> => {
    const stored = await get<FollowUp & { pk: string; sk: string }>(settingsKey(communityId));
    const { pk: _pk, sk: _sk, ...own } = { pk: '', sk: '', ...stored };
    return { ...FOLLOW_UP_DEFAULTS, ...own };
  },
  changeWrite: (communityId: string, rule: FollowUp): Write => ({
    Put: { TableName, Item: { ...settingsKey(communityId), ...rule } },
  }),
});
