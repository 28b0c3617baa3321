import { timeInWords, yearInChina } from '@gongzhi/shared/kernel/time';
import { amountInWords, measureInWords, shareInWords } from './amount-words';
import { UNIT_WORDS, type TestResult, type Vote } from './model';
import type { Figures } from './result-rules';
import type { Rule } from './rule-sets';

const dated = (instant: string) => `${yearInChina(instant)}年${timeInWords(instant)}`;
const reached = (yes: boolean) => (yes ? '已达到' : '未达到');

const testInWords = (test: TestResult, rule: Rule): string => {
  const amount = (n: number) => amountInWords(test, n, rule);
  const { quorum, pass, taken, base, counts } = test;
  return (
    `${measureInWords(test, rule)}共 ${amount(base)}，参加 ${amount(taken)}，要${shareInWords(quorum.share)}（至少 ${amount(quorum.needed)}），${reached(quorum.reached)}；` +
    (taken > 0
      ? `其中赞成 ${amount(counts.for)}，要参加的${shareInWords(pass.share)}（至少 ${amount(pass.needed)}），${reached(pass.reached)}。`
      : '没有收到选票。')
  );
};

const conclusion = ({ outcome }: Figures, resolution: string): string =>
  ({
    passed: `表决通过，形成决议：${resolution}`,
    rejected: '赞成的不够，表决没有通过，不形成决议。',
    noQuorum: '参加的不够，这次表决没有形成决议。',
    advisory: '这是意见征询，结果供参考，没有决议效力。',
  })[outcome];

const channelWords = ({ channels }: Figures): string => {
  const ways = [
    ['手机', channels.app],
    ['协助', channels.assisted],
    ['纸质', channels.paper],
    ['委托', channels.proxy],
  ] as const;
  return ways.flatMap(([way, n]) => (n > 0 ? [`${way} ${n} 票`] : [])).join('，');
};

/** The decision of a secret vote in which so few took part that counts would tell who chose what. */
export const fewText = (
  { question, closesAt, resolution, rule }: Pick<Vote, 'question' | 'closesAt' | 'resolution' | 'rule'>,
  figures: Figures,
): string =>
  `“${question}”的不记名${rule.force === 'advisory' ? '意见征询' : '表决'}到${dated(closesAt)}截止，名册上共 ${figures.base} ${UNIT_WORDS[rule.unit].count}，` +
  `参加 ${figures.taken} ${UNIT_WORDS[rule.unit].count}。参加的太少，为了不暴露是谁投的，不公布各选项票数。${conclusion(figures, resolution)}`;

/** 户 and 人 say by themselves what is counted: 30 户, 30 人, but 30 位业主. */
const isNoun = (count: string) => /^[户人]$/.test(count);

type Decided = Pick<Vote, 'question' | 'resolution' | 'openedAt' | 'closesAt' | 'rule'>;

/**
 * The decision as it is published: what was asked and when, the base, the turnout, the counts, every quorum and majority
 * with its fraction, the rule with its source, and what follows. Follows wholly from what is frozen with the vote and from
 * the counts.
 */
export const decisionText = ({ question, resolution, openedAt, closesAt, rule }: Decided, figures: Figures): string => {
  const { base, taken, counts, invalid, tests } = figures;
  const { count, what, votes } = UNIT_WORDS[rule.unit];
  const by = taken > 0 ? `（${channelWords(figures)}）` : '';
  return [
    `“${question}”的${rule.force === 'advisory' ? '意见征询' : '表决'}从${dated(openedAt)}开始，到${dated(closesAt)}截止，${votes}。`,
    `名册上共 ${base} ${count}${isNoun(count) ? '' : what}，参加 ${taken} ${count}${by}：赞成 ${counts.for} 票，反对 ${counts.against} 票，弃权 ${counts.abstain} 票`,
    `${invalid > 0 ? `，另有废票 ${invalid} 张` : ''}。`,
    ...(tests.length > 0 ? [`按照${rule.source}：`, ...tests.map((test) => testInWords(test, rule))] : []),
    ...(rule.verified ? [] : ['以上比例按社区议事规则执行。']),
    conclusion(figures, resolution),
  ].join('');
};
