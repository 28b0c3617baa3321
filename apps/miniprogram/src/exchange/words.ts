import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import type { Entry, PointsRule, RuleVersion } from '@gongzhi/shared/exchange/model';
import type { Offer } from '@gongzhi/shared/exchange/offers';
import { milestonesOf, type Milestone } from '@gongzhi/shared/exchange/rules';
import { dateInWords } from '@gongzhi/shared/kernel/time';

type ShownAs = PointsRule['shownAs'];
const UNIT = { points: '分', time: '个时间币' } as const satisfies Record<ShownAs, string>;

/** Sixtieths of a point in words: whole points, or one decimal that never promises more than there is. */
export const pointsWords = (parts: number, shownAs: ShownAs = 'points'): string => {
  const tenths = Math.floor(Math.abs(parts) / (PARTS / 10));
  return `${parts < 0 ? '−' : ''}${tenths / 10} ${UNIT[shownAs]}`;
};
/** A price, whole points. */
export const priceWords = (points: number, shownAs: ShownAs = 'points'): string => pointsWords(points * PARTS, shownAs);

/** Minutes in words: 1 小时 30 分钟. */
export const hoursWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const parts = [...(hours > 0 ? [`${hours} 小时`] : []), ...(rest > 0 || hours === 0 ? [`${rest} 分钟`] : [])];
  return `${minutes < 0 ? '减 ' : ''}${parts.join(' ')}`;
};

const STARS = ['', '一星', '二星', '三星', '四星', '五星'];
const milestoneWords = ({ hours, stars }: Milestone): string =>
  `${hours} 小时${stars ? `（${STARS[stars]}志愿者的时长）` : ''}`;

/** How far somebody has come, and how far it is to the next milestone: for oneself, beside nobody else. */
export const wayWords = (minutes: number): string[] => {
  const { reached, next } = milestonesOf(minutes);
  const last = reached.at(-1);
  return [
    ...(last ? [`已到 ${milestoneWords(last)}。`] : []),
    ...(next ? [`再服务 ${hoursWords(next.hours * 60 - minutes)}，就到 ${milestoneWords(next)}。`] : []),
  ];
};

/** How points are given, in whole sentences. */
export const ruleWords = ({ perRecordedHour, perHonoraryHour, shownAs }: PointsRule): string[] => [
  `签到签退记录的时长，每小时 ${priceWords(perRecordedHour, shownAs)}；不满一小时按分钟算。`,
  perHonoraryHour > 0
    ? `事后补记并经人核准的荣誉时长，每小时 ${priceWords(perHonoraryHour, shownAs)}。`
    : '事后补记的荣誉时长不给积分。',
];
export const fromWords = ({ from }: Pick<RuleVersion, 'from'>): string => `${dateInWords(`${from}T04:00:00.000Z`)}起`;

const TRACK_WORDS = { recorded: '记录时长', honorary: '荣誉时长' } as const;
const STATE_WORDS = { waiting: '等待领取', handed: '已领取', cancelled: '已取消' } as const;

const stateWords = ({ state }: Entry): string => (state ? `（${STATE_WORDS[state]}）` : '');
const servedWords = ({ track, minutes = 0 }: Entry): string =>
  `${track ? TRACK_WORDS[track] : '时长'} ${hoursWords(Math.abs(minutes))}`;

const ENTRY_WORDS = {
  hours: servedWords,
  reversed: (entry) => `更正，减去${servedWords(entry)}`,
  taken: (entry) => `兑换：${entry.title ?? ''}${stateWords(entry)}`,
  returned: ({ title = '' }) => `退回：${title}`,
} as const satisfies Record<Entry['kind'], (entry: Entry) => string>;
/** What an entry is of. */
export const entryWords = (entry: Entry): string => ENTRY_WORDS[entry.kind](entry);
export const signed = (parts: number, shownAs?: ShownAs): string =>
  `${parts > 0 ? '+' : ''}${pointsWords(parts, shownAs)}`;

export const KIND_WORDS = { good: '物品', help: '帮忙' } as const satisfies Record<Offer['kind'], string>;
export const stockWords = ({ open, stock }: Pick<Offer, 'open' | 'stock'>): string => {
  if (!open) return '暂停兑换';
  return stock > 0 ? `还有 ${stock} 份` : '已换完';
};
