import type { Share } from '@gongzhi/shared/votes/rule-sets';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

/** A community's own fractions of a rule set that leaves them to it. */
export interface Shares {
  quorum: Share;
  pass: Share;
}
const sharesKey = (communityId: string, ruleId: string) => ({ pk: `${communityId}#rules`, sk: ruleId });

export const repoRules = ({ table: TableName, get }: Pages) => ({
  shares: async (communityId: string, ruleId: string): Promise<Shares | undefined> => {
    const item = await get<Shares>(sharesKey(communityId, ruleId));
    return item && { quorum: item.quorum, pass: item.pass };
  },
  sharesWrite: (communityId: string, ruleId: string, { quorum, pass }: Shares): Write => ({
    Put: { TableName, Item: { ...sharesKey(communityId, ruleId), quorum, pass } },
  }),
});
