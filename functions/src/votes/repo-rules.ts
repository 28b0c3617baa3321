import type { OwnShares } from '@gongzhi/shared/votes/own-shares';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

/** A community's own fractions as they were set; the one in force lies under the rule set's id, and every one beside it by its instant. */
export interface SettingItem extends OwnShares {
  sk: string;
  setAt: string;
}
const sharesKey = (communityId: string, sk: string) => ({ pk: `${communityId}#rules`, sk });

export const repoRules = ({ table: TableName, get, under }: Pages) => ({
  shares: (communityId: string, ruleId: string) => get<SettingItem>(sharesKey(communityId, ruleId)),
  /** What was set for a rule set, the newest first. */
  settings: async (communityId: string, ruleId: string, limit: number): Promise<SettingItem[]> =>
    (await under({ pk: sharesKey(communityId, '').pk, prefix: `${ruleId}#`, limit })) as unknown as SettingItem[],
  sharesWrites: (communityId: string, ruleId: string, setting: Omit<SettingItem, 'sk'>): Write[] =>
    [ruleId, `${ruleId}#${setting.setAt}`].map((sk) => ({
      Put: { TableName, Item: { ...setting, ...sharesKey(communityId, sk) } },
    })),
});
