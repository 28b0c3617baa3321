import { dateInWords } from '@gongzhi/shared/kernel/time';
import {
  LEVELS,
  type Channel,
  type ChannelCount,
  type Confidence,
  type Figure,
  type Flag,
  type Level,
  type Result,
  type Share,
} from '@gongzhi/shared/kernel/satisfaction-result';
import { FEWEST, LOW, REASONS, type Reason } from '@gongzhi/shared/satisfaction/rule-sets';

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  verySatisfied: '非常满意',
  satisfied: '满意',
  fairlySatisfied: '基本满意',
  dissatisfied: '不满意',
  veryDissatisfied: '非常不满意',
};
export const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value] }));

/** The reasons that fit a level. */
export const reasonOptions = (level: Level): { value: Reason; label: string }[] =>
  Object.entries(LOW.includes(level) ? REASONS.bad : REASONS.good).map(([value, label]) => ({
    value: value as Reason,
    label,
  }));
export const reasonWords = (reason: Reason): string => ({ ...REASONS.good, ...REASONS.bad })[reason];

/** A share in ten-thousandths as a percentage, to one digit: 8512 → 85.1%. */
export const percent = (parts: number): string => `${Math.round(parts / 10) / 10}%`;
/** An estimate as it is to be read: never a bare percentage. */
export const shareWords = ({ low, high, point }: Share): string =>
  `满意率大约 ${percent(point)}，按 95% 的把握在 ${percent(low)} 到 ${percent(high)} 之间`;

const WHY = {
  few: `回答少于 ${FEWEST} 份，不公布，以免看出是谁答的`,
  together: '公布它会让别的小组被推算出来，所以不公布',
} as const;
export const figureWords = (figure: Figure): string =>
  figure.shown
    ? `${figure.answered} 份回答中 ${figure.satisfied} 份满意（非常满意、满意、基本满意）。${shareWords(figure.rate)}。`
    : `${WHY[figure.why]}。`;

/** Who was asked, who answered and who did not. */
export const baseWords = ({ about, population, invited, answered }: Result): string => {
  const whole = about.kind === 'quarter' ? `全社区 ${population} 户，随机抽出 ${invited} 户` : `邀请了 ${invited} 人次`;
  return answered === undefined
    ? `${whole}，答了的不足 ${FEWEST} 份。`
    : `${whole}，答了 ${answered} 份，没有答的 ${invited - answered} 份。`;
};

const FLAG_WORDS: Readonly<Record<Flag['kind'], (count: number) => string>> = {
  burst: (count) => `有 ${count} 份集中在很短的时间里答完`,
  sameDevice: (count) => `有 ${count} 份来自同几部手机`,
  straightLining: (count) => `有 ${count} 份每一题都选得一样`,
  assistedBurst: (count) => `有 ${count} 份是同一位工作人员在一个小时里代填的`,
  disowned: (count) => `有 ${count} 户说答卷不是自己家答的`,
  pressure: (count) => `有 ${count} 次反映“有人要求打满意”`,
};
export const flagWords = ({ kind, count }: Flag): string => FLAG_WORDS[kind](count);
const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  app: '用小程序答的',
  paper: '用信上的答题码答的',
  assisted: '由工作人员代填的',
};
/** How the household's invitation was answered, for the household. */
export const byWords = (by: Channel | undefined): string =>
  by === 'assisted'
    ? '社区工作人员凭您家的答题码代填了一份，算您家的回答。填了什么，这里看不到，也不能再改。'
    : '有人用您家信上的答题码答了一份，算您家的回答。答了什么，这里看不到，也不能再改。';
/** How many answered each way; those that are not told are named together. */
export const channelWords = (channels: readonly ChannelCount[]): string[] => {
  const told = channels.flatMap(({ channel, answered }) =>
    answered === undefined ? [] : [`${CHANNEL_WORDS[channel]}有 ${answered} 份`],
  );
  const rest = channels.filter(({ answered }) => answered === undefined).map(({ channel }) => CHANNEL_WORDS[channel]);
  return rest.length > 0 ? [...told, `${rest.join('、')}，份数不单独公布，以免推算出少于 ${FEWEST} 份的`] : told;
};
export const CONFIDENCE: Readonly<Record<Confidence, readonly [string, 'active' | 'waiting' | 'danger']>> = {
  high: ['没有发现异常', 'active'],
  lowered: ['可信度降低', 'waiting'],
  low: ['可信度低', 'danger'],
};

const BANDS: Readonly<Record<string, string>> = {
  '18-34': '18 到 34 岁',
  '35-59': '35 到 59 岁',
  '60-74': '60 到 74 岁',
  '75+': '75 岁以上',
  untold: '没有填年龄段',
  mixed: '其他（合并）',
};
/** A building by its name; a household by the oldest age band told in it. */
export const groupWords = (name: string): string => BANDS[name] ?? name;

/** What the page reads aloud. */
export const askedAloud = (title: string): string =>
  `请您对${title}打个分。一共五个按钮，从上到下是：${LEVELS.map((level) => LEVEL_WORDS[level]).join('，')}。选好以后按最下面的提交。`;
export const untilWords = (expiresAt: string): string => `${dateInWords(expiresAt)}前都可以答`;
