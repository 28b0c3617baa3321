import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';

/** A share as two integers: compared by cross-multiplication, never as a decimal. `strict`: more than the share; otherwise the share itself is enough (民法典 art. 1259: “以上” includes the number). */
export const Share = z.strictObject({ num: z.int(), den: z.int(), strict: z.boolean() });
export type Share = z.infer<typeof Share>;

/** How a vote is decided: who is the base, what is a quorum, what passes, and where that is written. */
export const Rule = z.strictObject({
  ruleId: z.string(),
  /** What the vote is called on every page. */
  name: z.string(),
  /** One ballot for each of these. */
  unit: z.enum(['household']),
  /** Share of the roll that must take part. */
  quorum: Share,
  /** Share of those taking part (for + against + abstain) that must be for. */
  pass: Share,
  source: z.string(),
  sourceDate: z.string(),
  /** False while the current text of the law could not be checked: the page then says that the community's own rules are what is applied. */
  verified: z.boolean(),
});
export type Rule = z.infer<typeof Rule>;

/**
 * The rule of a community council's vote, one ballot a household. The fractions are those of the 城市居民委员会组织法
 * (2018 text) art. 10: more than half must take part, more than half of those taking part must agree. The 2025 revision,
 * in force since 2026-01-01, may differ and could not be read: so the rule is data, versioned, and marked unverified.
 */
export const COUNCIL_HOUSEHOLD_RULE: Rule = {
  ruleId: 'council-household-2026-1',
  name: '社区议事会表决（一户一票）',
  unit: 'household',
  quorum: { num: 1, den: 2, strict: true },
  pass: { num: 1, den: 2, strict: true },
  source: '社区议事规则，参照《城市居民委员会组织法》（2018年修正）第十条',
  sourceDate: '2018-12-29',
  verified: false,
};

/** What a community may set for itself; these are the defaults when it has set nothing. */
export const COUNCIL_DEFAULTS = {
  /** People, the author included, whose support brings a proposal on the agenda. */
  supportThreshold: 5,
  /** A vote lasts at least this long, minutes, and at most this long, days. */
  shortestVoteMinutes: 1,
  longestVoteDays: 30,
  /** Texts one person may submit in a day (China time): more is a flood, not a neighbour. */
  proposalsPerDay: 5,
  textsPerDay: 60,
  ruleId: COUNCIL_HOUSEHOLD_RULE.ruleId,
  source: '社区议事规则（可由社区修改）',
  sourceDate: '2026-11-23',
} as const;

export const RULES: Readonly<Record<string, Rule>> = { [COUNCIL_HOUSEHOLD_RULE.ruleId]: COUNCIL_HOUSEHOLD_RULE };
