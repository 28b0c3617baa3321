import { HOURS_DEFAULTS, type HoursRule } from '@gongzhi/shared/hours/rule-sets';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

const settingsKey = (communityId: string) => ({ pk: `${communityId}#settings`, sk: 'rule' });

export const repoSettings = ({ table: TableName, get }: Pages) => ({
  read: async (communityId: string): Promise<HoursRule> => {
    const stored = await get<HoursRule & { pk: string; sk: string }>(settingsKey(communityId));
    const { pk: _pk, sk: _sk, ...own } = { pk: '', sk: '', ...stored };
    return { ...HOURS_DEFAULTS, ...own };
  },
  changeWrite: (communityId: string, rule: HoursRule): Write => ({
    Put: { TableName, Item: { ...settingsKey(communityId), ...rule } },
  }),
});
