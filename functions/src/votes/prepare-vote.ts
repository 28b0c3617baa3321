import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { makeRoll, type MadeRoll } from '@gongzhi/shared/votes/make-roll';
import { withShares } from '@gongzhi/shared/votes/own-shares';
import { problemsOf, warningsOf } from '@gongzhi/shared/votes/readiness';
import { COUNCIL_HOUSEHOLD_RULE, RULES, type Rule } from '@gongzhi/shared/votes/rule-sets';
import type { FoundWay } from '../kernel/ways';
import { judgeWay } from './judge-way';
import type { Deps } from './repo';

/** A vote somebody is about to open. */
export interface Wanted {
  communityId: string;
  proposalId: string;
  ruleId?: string | undefined;
  /** What is put to the vote, where it is known already. */
  question?: string | undefined;
  closesAt: string;
  secret: boolean;
  channels: 'app' | 'all';
}
/** Everything a vote needs, and what stands against it. */
export interface Prepared {
  rule: Rule;
  roll: MadeRoll;
  problems: Refusal[];
  warning: { bound: number; needed: number } | undefined;
  /** The matter's way, as the gate was judged by it. */
  found: FoundWay;
}
type Needs = Pick<Deps, 'repo' | 'matters' | 'ways' | 'electorate' | 'secretKey'> & { now: Date };

/** The rule a vote goes by: the one chosen, with the community's own fractions where it may set them. */
const ruleFor = async ({ repo }: Needs, { communityId, ruleId }: Wanted): Promise<Rule | Refusal<'RULE_UNKNOWN'>> => {
  const rule = RULES[ruleId ?? COUNCIL_HOUSEHOLD_RULE.ruleId];
  return rule ? withShares(rule, await repo.rules.shares(communityId, rule.ruleId)) : refuse('RULE_UNKNOWN');
};

/** What a roll of these units is made of besides doors and members. */
const ALSO = { owner: 'owners', person: 'adults', household: undefined, delegate: undefined } as const;

/** Reads the matter and the whole register and says what would make the vote void. The same for the check beforehand and the opening. */
export const prepareVote = async (
  needs: Needs,
  wanted: Wanted,
): Promise<Prepared | Refusal<'NOT_FOUND' | 'RULE_UNKNOWN'>> => {
  const { communityId, proposalId, closesAt, secret, channels, question = '' } = wanted;
  const [matter, rule, found] = await Promise.all([
    needs.matters.read(communityId, proposalId),
    ruleFor(needs, wanted),
    needs.ways.read(communityId, proposalId),
  ]);
  if (!matter) return refuse('NOT_FOUND');
  if (isRefusal(rule)) return rule;
  const roll = makeRoll(rule.unit, await needs.electorate.read(communityId, ALSO[rule.unit]));
  const asked = { rule, closesAt, secret, channels };
  const gate = judgeWay({ matter, found, rule, question, now: needs.now });
  const problems = problemsOf(asked, roll, { gate, secretKey: needs.secretKey }, needs.now);
  return { rule, roll, problems, warning: warningsOf(asked, roll), found };
};
