import { timeInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import type { Choice, Counts, Outcome, Result, Vote } from './model';
import type { Rule, Share } from './rule-sets';

/**
 * Whether `part` of `whole` is the share, by cross-multiplication: part/whole ≥ num/den, or > when strict (“以上” includes
 * the number, 过半数 is more than half: 民法典 art. 1259). Nothing is a share of nothing: with no part it is false.
 */
export const meets = ({ num, den, strict }: Share, part: number, whole: number): boolean => {
  if (part <= 0) return false;
  return strict ? part * den > num * whole : part * den >= num * whole;
};

/** The smallest part of `whole` that meets the share: at least one. */
export const neededOf = ({ num, den, strict }: Share, whole: number): number => {
  const exact = num * whole;
  const least = strict ? Math.floor(exact / den) + 1 : Math.ceil(exact / den);
  return Math.max(1, least);
};

/** The quorum of a vote: how many of `base` must take part, and whether `taken` is enough. */
export const quorumOf = (base: number, taken: number, { quorum }: Pick<Rule, 'quorum'>): Result['quorum'] => ({
  needed: neededOf(quorum, base),
  reached: meets(quorum, taken, base),
});

/** Ballots cast, abstentions included: who abstains takes part. */
export const takenOf = (counts: Counts): number => counts.for + counts.against + counts.abstain;

/** Whether the ballots for are the share of those taking part that the rule asks for. Says nothing of the quorum. */
export const passes = (counts: Counts, { pass }: Pick<Rule, 'pass'>): boolean =>
  meets(pass, counts.for, takenOf(counts));

/** Counts ballots; one a household is what the keys of the ballots guarantee. */
export const tally = (ballots: Iterable<{ choice: Choice }>): Counts => {
  const counts: Counts = { for: 0, against: 0, abstain: 0 };
  for (const { choice } of ballots) counts[choice] += 1;
  return counts;
};

export type Figures = Pick<Result, 'counts' | 'base' | 'taken' | 'quorum' | 'needed' | 'outcome'>;

const outcomeOf = (counts: Counts, reached: boolean, rule: Rule): Outcome => {
  if (!reached) return 'noQuorum';
  return passes(counts, rule) ? 'passed' : 'rejected';
};

/** Everything that follows from the counts, the frozen roll and the rule; integers only. */
export const resultOf = (counts: Counts, base: number, rule: Rule): Figures => {
  const taken = takenOf(counts);
  const quorum = quorumOf(base, taken, rule);
  return {
    counts,
    base,
    taken,
    quorum,
    needed: neededOf(rule.pass, taken),
    outcome: outcomeOf(counts, quorum.reached, rule),
  };
};

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const digit = (n: number) => DIGITS[n] ?? String(n);

/** A share as people say it: 过半数, 三分之二以上, 超过三分之一. */
export const shareInWords = ({ num, den, strict }: Share): string => {
  if (strict && num * 2 === den) return '过半数';
  const fraction = num * 2 === den ? '半数' : `${digit(den)}分之${digit(num)}`;
  return strict ? `超过${fraction}` : `${fraction}以上`;
};

const dated = (instant: string) => `${yearInChina(instant)}年${timeInWords(instant)}`;
const reached = (yes: boolean) => (yes ? '已达到' : '未达到');

const conclusion = ({ outcome, needed, counts }: Figures, resolution: string): string => {
  if (outcome === 'passed') return `表决通过，形成决议：${resolution}`;
  if (outcome === 'noQuorum') return '参加户数不够，这次表决没有形成决议。';
  return `赞成 ${counts.for} 户，不到 ${needed} 户，表决没有通过，不形成决议。`;
};

type Decided = Pick<Vote, 'question' | 'resolution' | 'openedAt' | 'closesAt' | 'rule'>;

/**
 * The decision as it is published: what was asked and when, the base, the turnout, the counts, the quorum, the rule with its
 * source, and what follows. Follows wholly from what is frozen with the vote and from the counts.
 */
export const decisionText = ({ question, resolution, openedAt, closesAt, rule }: Decided, figures: Figures): string => {
  const { base, taken, counts, quorum, needed } = figures;
  return [
    `“${question}”的表决从${dated(openedAt)}开始，到${dated(closesAt)}截止，一户一票。`,
    `名册上共 ${base} 户，参加 ${taken} 户：赞成 ${counts.for} 户，反对 ${counts.against} 户，弃权 ${counts.abstain} 户。`,
    `按照${rule.source}，要有${shareInWords(rule.quorum)}的户参加（至少 ${quorum.needed} 户），${reached(quorum.reached)}；`,
    taken > 0
      ? `参加的户中要有${shareInWords(rule.pass)}赞成（至少 ${needed} 户），${reached(passes(counts, rule))}。`
      : '没有收到选票。',
    ...(rule.verified ? [] : ['以上比例按社区议事规则执行。']),
    conclusion(figures, resolution),
  ].join('');
};
