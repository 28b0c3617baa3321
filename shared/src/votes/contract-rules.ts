import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, line } from '@gongzhi/shared/kernel/fields';
import { CommunityId } from '@gongzhi/shared/kernel/ids';
import { CONFIGURABLE } from './own-shares';
import { Share } from '@gongzhi/shared/kernel/shares';
import { RULE_IDS, Rule } from './rule-sets';

/** A share a community may set: a part of the whole, not nothing and not more. */
const OwnShare = Share.check(
  z.refine(({ num, den }: Share) => num >= 1 && den >= num && den <= 100, {
    error: '比例要在 0 和 1 之间，分母不超过 100',
  }),
  z.refine(({ num, den, strict }: Share) => !(strict && num === den), { error: '不可能超过全部' }),
);
const Configurable = z.enum(CONFIGURABLE as [string, ...string[]]);
const Day = z.iso.date('请填写日期，如 2026-03-01');

/** Settings of one rule set that are shown at most, the newest first. */
export const MOST_SETTINGS = 10;

/** What a community decided once. `setAt`: when it was entered; it holds for votes opened from then on. */
export const Setting = z.strictObject({
  quorum: Share,
  pass: Share,
  source: z.string(),
  adoptedOn: z.string(),
  setAt: Instant,
});
export type Setting = z.infer<typeof Setting>;

/** A rule set as a vote opened now would go by, and what was set before. */
export const RuleInForce = z.strictObject({
  rule: Rule,
  configurable: z.boolean(),
  settings: z.array(Setting).check(z.maxLength(MOST_SETTINGS)),
});
export type RuleInForce = z.infer<typeof RuleInForce>;

/** By what votes are decided here. Part of the slice's contract. */
export const ruleBook = defineContract({
  readRules: {
    summary: 'Every rule set as it is in force in this community, with its source, and what the community set before',
    method: 'GET',
    path: '/votes/{communityId}/rules',
    access: 'public',
    input: z.strictObject({ communityId: CommunityId }),
    output: z.strictObject({ items: z.array(RuleInForce).check(z.maxLength(RULE_IDS.length)) }),
    refusals: [],
  },
  setShares: {
    summary:
      "Set the community's own fractions of a rule set that leaves them to it, with where that is written; holds for votes opened from now on. Units: the setting in force and its copy in the history",
    method: 'PUT',
    path: '/votes/{communityId}/rules/{ruleId}',
    access: ['chair', 'worker'],
    input: z.strictObject({
      communityId: CommunityId,
      ruleId: Configurable,
      quorum: OwnShare,
      pass: OwnShare,
      source: line(60, '依据'),
      adoptedOn: Day,
    }),
    output: z.strictObject({ ruleId: Configurable, at: Instant }),
    refusals: ['RULE_UNKNOWN'],
    units: 10,
  },
});
