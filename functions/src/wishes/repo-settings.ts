import { WISHES, WISH_DEFAULTS, type WishRule } from '@gongzhi/shared/wishes/rule-sets';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

type Ruled = WishRule & { source: string; sourceDate: string; verified: boolean };
const ruleKey = (communityId: string): Key => ({ pk: `${communityId}#settings`, sk: 'rule' });
const { source, sourceDate, verified } = WISHES.budgetFen;

/** The community’s rule; one read unit. */
export const repoSettings = ({ table: TableName, get }: Pages) => ({
  rule: async (communityId: string): Promise<Ruled> => {
    const { pk: _pk, sk: _sk, ...own } = { pk: '', sk: '', ...(await get<Ruled & Key>(ruleKey(communityId))) };
    return { ...WISH_DEFAULTS, source, sourceDate, verified, ...own };
  },
  ruleWrite: (communityId: string, rule: Ruled): Write => ({
    Put: { TableName, Item: { ...rule, ...ruleKey(communityId) } },
  }),
});
