import type { Share } from '@gongzhi/shared/kernel/shares';
import type { Channels, Counts, Outcome } from './model';
import { markLine } from './list-rules';
import type { Rule } from './rule-sets';
import type { BallotChoice } from './secret-rules';

/** What a list says of its vote. Everything in it is public already; nothing in it is about one voter. */
export interface ListFacts {
  communityId: string;
  proposalId: string;
  voteId: string;
  question: string;
  resolution: string;
  ballot: 'named' | 'secret';
  openedAt: string;
  closesAt: string;
  settledAt: string;
  roll: { units: number; area: number; hash: string };
  rule: Rule;
  counts: { units: Counts; area: Counts; invalid: number };
  channels: Channels;
  outcome: Outcome;
}
/** A ballot under an id that leads to nobody (32 hex digits). */
export interface ListedBallot {
  id: string;
  choice: BallotChoice;
}

const shareOf = ({ num, den, strict }: Share) => ({ num, den, strict });
const countsOf = ({ for: yes, against, abstain }: Counts) => ({ for: yes, against, abstain });
const ruleOf = ({ ruleId, name, unit, source, sourceDate, verified, thresholds }: Rule) => ({
  ruleId,
  name,
  unit,
  source,
  sourceDate,
  verified,
  thresholds: thresholds.map(({ of, quorum, pass }) => ({ of, quorum: shareOf(quorum), pass: shareOf(pass) })),
});

/** The first line. Fields are written one by one: their order is part of the format (docs/recount.md). */
const headLine = (facts: ListFacts, { marks, ballots }: { marks: number; ballots: number }): string => {
  const { communityId, proposalId, voteId, question, resolution, ballot, openedAt, closesAt, settledAt } = facts;
  const { app, assisted, paper, proxy } = facts.channels;
  return JSON.stringify({
    format: 'gongzhi-vote-list',
    version: 1,
    ...{ communityId, proposalId, voteId, question, resolution, ballot, openedAt, closesAt, settledAt },
    roll: { units: facts.roll.units, area: facts.roll.area, hash: facts.roll.hash },
    rule: ruleOf(facts.rule),
    counts: {
      units: countsOf(facts.counts.units),
      area: countsOf(facts.counts.area),
      invalid: facts.counts.invalid,
    },
    channels: { app, assisted, paper, proxy },
    outcome: facts.outcome,
    marks,
    ballots,
  });
};

/**
 * The lines of a list without its signature: the head, a mark of each unit that took part, every ballot. Both lists are
 * sorted by what is random in them, so that neither tells in which order anything came, nor one of the other.
 */
export const listLines = (facts: ListFacts, marks: readonly string[], ballots: readonly ListedBallot[]): string[] => [
  headLine(facts, { marks: marks.length, ballots: ballots.length }),
  ...marks.map(markLine).sort(),
  ...ballots.map(({ id, choice }) => `B ${id} ${choice}`).sort(),
];

/** The last line: the root, the key's fingerprint, the key and its signature (base64url). */
export const sealLine = ({ root, key, x, signature }: Record<'root' | 'key' | 'x' | 'signature', string>): string =>
  JSON.stringify({ root, key, x, signature });
