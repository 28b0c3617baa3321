import type { Group } from '@gongzhi/shared/votes/coverage-model';
import { UNIT_WORDS, type Choice, type Result, type Vote } from '@gongzhi/shared/votes/model';
import { COUNT_GRACE_MS } from '@gongzhi/shared/votes/rules';
import { MINUTE, timeInWords } from '@gongzhi/shared/kernel/time';
import { amountInWords, measureInWords, shareInWords } from '@gongzhi/shared/votes/amount-words';

export const CHOICE_WORDS = { for: '赞成', against: '反对', abstain: '弃权' } as const satisfies Record<Choice, string>;
export const OUTCOME_WORDS = {
  passed: '通过',
  rejected: '未通过',
  noQuorum: '参与不足，未形成决议',
  advisory: '意见征询结果（没有决议效力）',
} as const satisfies Record<Result['outcome'], string>;

type Told = Pick<Vote, 'phase'> & {
  mine?: Pick<NonNullable<Vote['mine']>, 'onRoll' | 'voted' | 'choice' | 'castAt' | 'channel'> | undefined;
};
/** What the reader may do now with a ballot. `may-change`: the reader cast it and may until the end. */
export type Standing = 'may-vote' | 'may-change' | 'voted' | 'not-on-roll' | 'visitor' | 'over';
/** The reader cast it on a phone; what a worker entered is final. */
const isChangeable = ({ choice, channel }: NonNullable<Told['mine']>): boolean =>
  choice !== undefined && channel === undefined;
export const standingOf = ({ phase, mine }: Told): Standing => {
  if (mine?.voted) return phase === 'open' && isChangeable(mine) ? 'may-change' : 'voted';
  if (phase !== 'open') return 'over';
  if (!mine) return 'visitor';
  return mine.onRoll ? 'may-vote' : 'not-on-roll';
};

const CAST_BY = {
  app: '这一票已由另一位家人或受托人投出（只计一票）。',
  paper: '这一票已经用纸质票投过了（只计一票）。如有疑问请联系社区。',
  assisted: '这一票已经请工作人员代录投出（只计一票）。如有疑问请联系社区。',
} as const;

type Own = NonNullable<Vote['mine']>;
/** What was cast and when; of what a worker entered also what to do when it is not what was said. */
const castWords = (choice: Choice, castAt: string, channel: Own['channel'], mayChange: boolean): string => {
  const [when, what] = [timeInWords(castAt), CHOICE_WORDS[choice]];
  if (channel)
    return `${channel === 'paper' ? '纸质票' : '工作人员代录的票'}已于${when}计入：${what}。和您家选的不一样，请马上联系社区。`;
  return `您已于${when}投出：${what}。${mayChange ? '截止前可以改投，以最后一次为准。' : ''}`;
};

/** The sentence for those who cannot vote, or have. */
export const standingWords = (vote: Told): string | undefined => {
  const { mine } = vote;
  switch (standingOf(vote)) {
    case 'may-change':
    case 'voted':
      return mine?.choice && mine.castAt
        ? castWords(mine.choice, mine.castAt, mine.channel, standingOf(vote) === 'may-change')
        : CAST_BY[mine?.channel ?? 'app'];
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

/** One line a choice, each with its base. None where so few took part that the counts would tell whose they are. */
export const countRows = ({
  counts,
  taken,
  few,
}: Pick<Result, 'counts' | 'taken' | 'few'>): { label: string; value: string }[] =>
  few
    ? []
    : (['for', 'against', 'abstain'] as const).map((choice) => ({
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

type Secret = Pick<Vote, 'rule' | 'ballot'>;
/** Who took part in a secret vote, by number, and the papers of its box; nothing of a named one, whose lines say it. */
export const turnoutRows = (
  { base, taken, channels, invalid, few }: Pick<Result, 'base' | 'taken' | 'channels' | 'invalid' | 'few'>,
  { rule, ballot }: Secret,
): { label: string; value: string }[] => {
  if (ballot === 'named') return [];
  const { count } = UNIT_WORDS[rule.unit];
  return [
    { label: '参加', value: `名册上 ${base} ${count}，参加 ${taken + invalid} ${count}` },
    ...(channels.paper > 0 ? [{ label: '投进票箱的纸质票', value: `${channels.paper} 张` }] : []),
    ...(few
      ? []
      : [{ label: '无效票', value: invalid > 0 ? `${invalid} 张，看不出选的是什么，不算在任何一项里` : '没有' }]),
  ];
};

/** Why there is no result some time after the end: a count that does not agree is not published, and somebody has been told. */
export const countingWords = (
  { ballot, closesAt }: Pick<Vote, 'ballot' | 'closesAt'>,
  now: Date,
): { tone: 'waiting' | 'danger'; title: string; words: string } => {
  if (now.getTime() < new Date(closesAt).getTime() + COUNT_GRACE_MS + MINUTE)
    return { tone: 'waiting', title: '正在计票', words: '已截止，正在按选票逐张计票，一两分钟内公布。' };
  return ballot === 'secret'
    ? {
        tone: 'danger',
        title: '结果暂不公布',
        words:
          '截止已经过了几分钟，还没有结果。要么是票箱里的纸质票还没有由两位工作人员清点一致；要么是选票数和参加的户数对不上，这时系统不公布任何数字，并已自动报警。核查清楚以后才公布。',
      }
    : {
        tone: 'danger',
        title: '结果暂不公布',
        words:
          '截止已经过了几分钟，还没有结果：逐张重数和实时数字不一致时，系统不公布任何数字，并已自动报警。核查清楚以后才公布。',
      };
};

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

/** What is kept of a ballot, and whether it can be changed. */
export const BALLOT_WORDS = {
  named: '这是记名表决，系统记有每一票的选择，不公布谁投了什么；截止前可以改投，以最后一次为准，也不显示各选项票数。',
  secret:
    '这是无记名表决：投出就不能改。票和参加的人分开存放，不记时间和先后，不保存能把一张票对回某一户的任何东西。计票后公布全部选票和参加清单，任何人都能重新计票。',
} as const satisfies Record<Vote['ballot'], string>;
