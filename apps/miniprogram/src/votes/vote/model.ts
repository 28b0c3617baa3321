import type { Group } from '@gongzhi/shared/votes/coverage-model';
import type { Choice, Result, Vote } from '@gongzhi/shared/votes/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { amountInWords, measureInWords, shareInWords } from '@gongzhi/shared/votes/amount-words';

export const CHOICE_WORDS = { for: '赞成', against: '反对', abstain: '弃权' } as const satisfies Record<Choice, string>;
export const OUTCOME_WORDS = {
  passed: '通过',
  rejected: '未通过',
  noQuorum: '参与不足，未形成决议',
  advisory: '意见征询结果（没有决议效力）',
} as const satisfies Record<Result['outcome'], string>;

type Told = Pick<Vote, 'phase'> & {
  mine?: Pick<NonNullable<Vote['mine']>, 'onRoll' | 'voted' | 'choice' | 'castAt'> | undefined;
};
/** What the reader may do now with a ballot. `may-change`: the reader cast it and may until the end. */
export type Standing = 'may-vote' | 'may-change' | 'voted' | 'not-on-roll' | 'visitor' | 'over';
export const standingOf = ({ phase, mine }: Told): Standing => {
  if (mine?.voted) return phase === 'open' && mine.choice ? 'may-change' : 'voted';
  if (phase !== 'open') return 'over';
  if (!mine) return 'visitor';
  return mine.onRoll ? 'may-vote' : 'not-on-roll';
};

/** The sentence for those who cannot vote, or have. */
export const standingWords = (vote: Told): string | undefined => {
  const { mine } = vote;
  switch (standingOf(vote)) {
    case 'may-change':
    case 'voted':
      return mine?.choice && mine.castAt
        ? `您已于${timeInWords(mine.castAt)}投出：${CHOICE_WORDS[mine.choice]}。${standingOf(vote) === 'may-change' ? '截止前可以改投，以最后一次为准。' : ''}`
        : '这一票已由另一位家人或受托人投出（只计一票）。';
    case 'not-on-roll':
      return '您不在这次表决的名册里。名册在发起表决时已经固定，如有疑问请联系社区。';
    case 'visitor':
      return '加入本社区的一户后才能表决。表决结果对所有人公开。';
    default:
      return undefined;
  }
};

export const endWords = ({ phase, closesAt }: Pick<Vote, 'phase' | 'closesAt'>): string =>
  phase === 'open' ? `截止：${timeInWords(closesAt)}` : `已于${timeInWords(closesAt)}截止`;

/** One line a choice, each with its base. */
export const countRows = ({ counts, taken }: Pick<Result, 'counts' | 'taken'>): { label: string; value: string }[] =>
  (['for', 'against', 'abstain'] as const).map((choice) => ({
    label: CHOICE_WORDS[choice],
    value: `${taken} 票中 ${counts[choice]} 票`,
  }));

type Rules = Pick<Vote, 'rule'>;
/** Why it is so: every quorum and majority in numbers, with its fraction. */
export const reasonRows = ({ tests }: Pick<Result, 'tests'>, { rule }: Rules): { label: string; value: string }[] =>
  tests.flatMap((test) => {
    const amount = (n: number) => amountInWords(test, n, rule);
    const what = measureInWords(test, rule);
    const { quorum, pass, base, taken, counts } = test;
    return [
      {
        label: `${what}：参与`,
        value: `${amount(base)}中 ${amount(taken)}，要${shareInWords(quorum.share)}（${amount(quorum.needed)}），${quorum.reached ? '达到' : '没有达到'}`,
      },
      {
        label: `${what}：赞成`,
        value: `${amount(counts.for)}，要参与的${shareInWords(pass.share)}（${amount(pass.needed)}），${pass.reached ? '达到' : '没有达到'}`,
      },
    ];
  });

const WAYS = [
  ['app', '手机'],
  ['assisted', '协助'],
  ['paper', '纸质'],
  ['proxy', '委托'],
] as const;
/** By which ways ballots came; nothing when all came by phone. */
export const channelWords = ({ channels, invalid }: Pick<Result, 'channels' | 'invalid'>): string =>
  [
    ...WAYS.flatMap(([way, word]) => (channels[way] > 0 ? [`${word} ${channels[way]} 票`] : [])),
    ...(invalid > 0 ? [`其中废票 ${invalid} 张`] : []),
  ].join('，');

/** A vote that binds and a poll that does not are never called the same. */
export const kindWords = ({ rule }: Rules): { title: string; act: string; tag: string } =>
  rule.force === 'advisory'
    ? { title: '意见征询', act: '提交意见', tag: '意见征询 · 没有决议效力' }
    : { title: '表决', act: '投票', tag: rule.force === 'statutory' ? '法定表决' : '议事会表决' };

/** What each threshold asks for, before there is a result. */
export const ruleRows = ({ rule }: Rules): { label: string; value: string }[] =>
  rule.thresholds.map((threshold) => ({
    label: measureInWords(threshold, rule),
    value: `${shareInWords(threshold.quorum)}参与，参与的${shareInWords(threshold.pass)}赞成`,
  }));

const SUGGESTIONS = { evening: '可以晚上再去说一说', visit: '可以上门协助' } as const;
/** A group's line: what may be shown of it, and what may help when it is quiet. */
export const groupWords = (group: Group, unit: string): string => {
  if (group.entitled === null) return '人数太少，不显示';
  const taken = group.taken === null ? '参与数不显示' : `${group.taken} ${unit}参与`;
  return `${group.entitled} ${unit}，${taken}${group.suggestion ? `（${SUGGESTIONS[group.suggestion]}）` : ''}`;
};
