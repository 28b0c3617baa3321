import { WHOLE } from '@gongzhi/shared/kernel/statistics/parts';
import { SERVICES, type Service } from '@gongzhi/shared/kernel/satisfaction-result';
import type { Input, Source, Total } from '@gongzhi/shared/scorecards/model';
import { quarterWords } from '@gongzhi/shared/scorecards/quarters';

/** Where a figure comes from, in the words of whoever writes a scheme. */
export const SOURCE_WORDS: Readonly<Record<Source, { label: string; note: string }>> = {
  'satisfaction.quarter': { label: '季度满意度', note: '随机抽到的住户对社区工作的总体评价' },
  'satisfaction.question': { label: '单项满意度', note: '季度调查里问这一事项的那道题' },
  'satisfaction.service': { label: '服务满意度', note: '办完以后，当事居民的评价' },
  'followUps.onTime': { label: '差评按时答复', note: '到期的差评里，按时答复的' },
  'tasks.onTime': { label: '任务按时办完', note: '按最初定的日子算，延期不改' },
  'ledger.completeness': { label: '台账完整', note: '通过的决定里，记下了任务、谁办和期限的' },
};
export const SERVICE_WORDS: Readonly<Record<Service, string>> = {
  resolution: '决议落实',
  activity: '志愿活动',
  wish: '微心愿',
};
/** Of what a card or a scheme is: the community as a whole, or one of its services. */
export type Subject = 'community' | Service;
export const SUBJECT_OPTIONS: readonly { value: Subject; label: string }[] = [
  { value: 'community', label: '社区整体' },
  ...SERVICES.map((value) => ({ value, label: SERVICE_WORDS[value] })),
];
/** The subject a page was opened with; the community for what is no service. */
export const subjectOf = (typed: string | undefined): Subject => SERVICES.find((one) => one === typed) ?? 'community';
/** As routes take it: the community's own has no name. */
export const serviceIn = (subject: Subject): { service?: Service } =>
  subject === 'community' ? {} : { service: subject };
/** `2026年第四季度`, with the service a card is of. */
export const cardTitle = (quarter: string, subject: Subject): string =>
  `${quarterWords(quarter)}${subject === 'community' ? '' : SERVICE_WORDS[subject]}记分卡`;

/** Ten-thousandths as a percentage with one digit behind the point: 85.1%. */
export const percent = (parts: number): string => `${(parts / (WHOLE / 100)).toFixed(1)}%`;
/** Ten-thousandths of the whole as points of a hundred. */
export const points = (parts: number): string => (parts / (WHOLE / 100)).toFixed(1);

const WHY: Readonly<Record<Extract<Input, { shown: false }>['why'], string>> = {
  few: '不显示：回答的不到 10 份，免得看出是谁',
  together: '不显示：和别的数放在一起，会看出不到 10 个人的回答',
  none: '没有：这个季度没有到期的',
  notAsked: '没有：这个季度没有向居民问这一项',
};
const TRUST = { high: '', lowered: '。有一处异常，可信度降低', low: '。有多处异常，可信度低' } as const;

/** A figure with what it is of and how far it may err; or why there is none. */
export const figureWords = (input: Input, source: Source): string => {
  if (!input.shown) return WHY[input.why];
  const { num, den, low, high, base, confidence = 'high' } = input;
  const value = percent((num * WHOLE) / den);
  const of = source.startsWith('satisfaction.') ? `${value}（${base} 份回答）` : `${den} 件里 ${num} 件（${value}）`;
  return `${of}，误差范围 ${percent(low)} 到 ${percent(high)}${TRUST[confidence]}`;
};

/** The sum in words: one number where nothing is withheld, else from where to where, and with errors. */
export const totalWords = ({ from, to, low, high }: Total): { sum: string; range: string } => ({
  sum: from === to ? `${points(from)} 分` : `${points(from)} 到 ${points(to)} 分`,
  range: `加上误差，在 ${points(low)} 到 ${points(high)} 分之间`,
});

export const weightWords = (weight: number): string => `占 ${weight / 10}%`;
