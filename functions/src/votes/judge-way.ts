import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { DEFAULT_ID, gatesOf, procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import { isElection } from '@gongzhi/shared/kernel/ways/elections';
import { mayVote } from '@gongzhi/shared/kernel/ways/gates';
import type { Rule } from '@gongzhi/shared/votes/rule-sets';
import type { MatterFacts } from '../kernel/matters';
import { wayOf } from '../kernel/way-of';
import type { FoundWay } from '../kernel/ways';
import { gateOf, type Gate } from './gate-of';

/** By which procedure a vote of this rule goes while nobody chose one: what a law gives its form is never guessed. */
const usual = ({ force }: Pick<Rule, 'force'>): string | undefined =>
  force === 'statutory' ? undefined : force === 'advisory' ? 'poll-2026-1' : DEFAULT_ID;

interface Asked {
  matter: MatterFacts;
  found: FoundWay;
  rule: Rule;
  question: string;
  now: Date;
}
type Blocked = Refusal<'ELECTION_NOT_HERE' | 'PROCEDURE_NOT_CHOSEN' | 'RULE_UNKNOWN' | 'STEP_BLOCKED'>;

/** Whether the matter's procedure begins with support; one that was not chosen does. */
const asksSupport = ({ way }: FoundWay): boolean => {
  const procedure = procedureOf(way?.procedureId ?? DEFAULT_ID);
  return !procedure || gatesOf(procedure).some(({ kind }) => kind === 'supporters');
};

/** What the law's way says against a vote now: no step before it is skipped, and an election is none of ours. */
export const judgeWay = ({ matter, found, rule, question, now }: Asked): Gate | Blocked | undefined => {
  const no = gateOf(matter, asksSupport(found));
  if (no) return no;
  if (isElection(question) || isElection(matter.title)) return refuse('ELECTION_NOT_HERE');
  const otherwise = usual(rule);
  if (!found.way && !otherwise) return refuse('PROCEDURE_NOT_CHOSEN');
  const { procedure, facts } = wayOf(found, matter, otherwise);
  return mayVote(procedure, facts, { ruleId: rule.ruleId, now });
};
