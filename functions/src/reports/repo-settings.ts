import type { Criteria } from '@gongzhi/shared/reports/evaluation-model';
import { CRITERIA_DEFAULTS, REPORT_DEFAULTS, type ReportRule } from '@gongzhi/shared/reports/rule-sets';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

const ruleKey = (communityId: string): Key => ({ pk: `${communityId}#settings`, sk: 'rule' });
const criteriaPk = (communityId: string) => `${communityId}#criteria`;
const DIGITS = 6;
const criteriaKey = (communityId: string, version: number): Key => ({
  pk: criteriaPk(communityId),
  sk: String(version).padStart(DIGITS, '0'),
});
type Stored = Omit<Criteria, 'version'>;

export const repoSettings = ({ table: TableName, get, under }: Pages) => ({
  rule: async (communityId: string): Promise<ReportRule> => {
    const { pk: _pk, sk: _sk, ...own } = { pk: '', sk: '', ...(await get<ReportRule & Key>(ruleKey(communityId))) };
    return { ...REPORT_DEFAULTS, ...own };
  },
  ruleWrite: (communityId: string, rule: ReportRule): Write => ({
    Put: { TableName, Item: { ...ruleKey(communityId), ...rule } },
  }),
  /** The latest criteria. */
  criteria: async (communityId: string): Promise<Criteria> => {
    const [latest] = await under({ pk: criteriaPk(communityId), prefix: '', limit: 1 });
    if (!latest) return CRITERIA_DEFAULTS;
    const { pk: _pk, sk, ...criteria } = latest as Stored & Key;
    return { version: Number(sk), ...criteria };
  },
  /** Criteria of one version; 0: what a community has that set none. */
  criteriaOf: async (communityId: string, version: number): Promise<Pick<Criteria, 'items'>> =>
    (await get<Stored & Key>(criteriaKey(communityId, version))) ?? CRITERIA_DEFAULTS,
  criteriaWrite: (communityId: string, { version, ...criteria }: Criteria): Write => ({
    Put: {
      TableName,
      Item: { ...criteriaKey(communityId, version), ...criteria },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    lost: 'STALE',
  }),
});
