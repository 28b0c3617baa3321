import type { Rule, Share } from './rule-sets';

/** Rule sets whose fractions a community may set for itself, because the law in force leaves it to its rules or could not be read. */
export const CONFIGURABLE: readonly string[] = [
  'delegates-2026-1',
  'residents-household-2026-1',
  'residents-person-2026-1',
];

/** The rule with a community's own fractions, which must be more than nothing and at most the whole; the rule as it is where they may not be set. */
export const withShares = (rule: Rule, own: { quorum: Share; pass: Share } | undefined): Rule =>
  own && CONFIGURABLE.includes(rule.ruleId)
    ? {
        ...rule,
        thresholds: rule.thresholds.map(({ of }) => ({ of, ...own })),
        source: `社区议事规则自定比例；${rule.source}`,
        verified: false,
      }
    : rule;
