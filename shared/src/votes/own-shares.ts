import type { Share } from '@gongzhi/shared/kernel/shares';
import type { Rule } from './rule-sets';

/** Rule sets whose fractions a community may set for itself, because the law in force leaves it to its rules or could not be read. */
export const CONFIGURABLE: readonly string[] = [
  'delegates-2026-1',
  'residents-household-2026-1',
  'residents-person-2026-1',
];

/** Fractions a community decided on: where that is written, and the day it was adopted (2026-03-01). */
export interface OwnShares {
  quorum: Share;
  pass: Share;
  source: string;
  adoptedOn: string;
}

/** The rule with a community's own fractions, which must be more than nothing and at most the whole; the rule as it is where they may not be set. */
export const withShares = (rule: Rule, own: OwnShares | undefined): Rule => {
  if (!own || !CONFIGURABLE.includes(rule.ruleId)) return rule;
  const { quorum, pass, source, adoptedOn } = own;
  return {
    ...rule,
    thresholds: rule.thresholds.map(({ of }) => ({ of, quorum, pass })),
    source: `${source}；${rule.source}`,
    sourceDate: adoptedOn,
    verified: false,
  };
};
