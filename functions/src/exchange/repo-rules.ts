import type { PointsRule, RuleVersion } from '@gongzhi/shared/exchange/model';
import { RULES_READ } from '@gongzhi/shared/exchange/rule-sets';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

const rulesPk = (communityId: string) => `${communityId}#rules`;
/** Versions sort as text as they count. */
const name = (version: number) => `v${String(version).padStart(6, '0')}`;
type RuleItem = RuleVersion & { pk: string; sk: string };

export const repoRules = ({ table: TableName, under }: Pages) => ({
  /** The newest versions, the last first; strongly consistent. */
  versions: async (communityId: string): Promise<RuleVersion[]> => {
    const items = await under({ pk: rulesPk(communityId), prefix: 'v', limit: RULES_READ });
    return (items as RuleItem[]).map(({ pk: _pk, sk: _sk, ...rule }) => rule);
  },
  addWrite: (communityId: string, rule: PointsRule & { version: number; setAt: string }): Write => ({
    Put: {
      TableName,
      Item: { pk: rulesPk(communityId), sk: name(rule.version), ...rule },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'SET',
  }),
});
