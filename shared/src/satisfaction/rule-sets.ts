import { MOST_QUESTIONS, type Level } from '@gongzhi/shared/kernel/satisfaction-result';

/** A rule set that is data: its numbers and where they come from. */
interface Sourced {
  source: string;
  since: string;
}

/** Nothing is shown of fewer answers than this, nor what would let fewer be reckoned. Source: issue 6. */
export const FEWEST = 10;

/** How a round goes. What law leaves open a street may set for each round within these limits. */
export const ROUND = {
  /** Days an invitation is open. */
  days: { least: 7, standard: 14, most: 30 },
  /** Households of a quarter's sample. */
  sample: { least: 30, standard: 400, most: 5_000 },
  /** Questions that each name a duty of the community, besides the overall one. */
  mostQuestions: MOST_QUESTIONS,
  /** Days after which whoever has not answered is reminded, once. */
  reminderAfterDays: 7,
  /** Days for which the answers about a service are gathered before they are made a result, and after which it is tried again. */
  gatherDays: 30,
  againDays: 7,
  source: 'issue 6：一份邀请答一次，到期作废，最多提醒一次',
  since: '2026-11-23',
} as const satisfies Sourced & Record<string, unknown>;

/** Letters to households of a quarter's sample of which nobody is in the app. */
export const LETTERS = {
  /** Places of the sample that one file is made of: as many letters at most. */
  perFile: 50,
  source: '本系统自定：一份文件的大小和生成时间有上限',
  since: '2026-11-27',
} as const satisfies Sourced & Record<string, unknown>;

/**
 * Wrong codes in one window, after which nobody of those counted together types another until it ends. A worker mistypes some
 * in an hour of visits, and of a community that gets five thousand letters one in five might in its busiest hour; a
 * fortnight of guessing hits one code of a round with a chance of one in a hundred thousand without signing in, and of
 * one in five million for a worker.
 */
export const CODE_TRIES = {
  windowMinutes: 60,
  most: { person: 20, community: 1_000 },
  source: '本系统自定：够手误用，猜中一个答题码的机会要小于十万分之一',
  since: '2026-11-28',
} as const satisfies Sourced & Record<string, unknown>;

/** A low answer is answered within so many working days, and the one who gave it is called back. */
export const FOLLOW_UP = {
  workingDays: 15,
  /** The hour of China at which the low answers of a day become follow-ups, all at once and in the order of chance. */
  hour: 9,
  source: '国办发〔2019〕51号（差评核实、整改、回访）；15 个工作日、100% 回访是四川一市的做法',
  since: '2019-12-03',
} as const satisfies Sourced & Record<string, unknown>;

/**
 * The community's answer to a result: within so many days after it was published; afterwards everybody reads that it has
 * not answered. So many lines and promises a version: what one item of the table holds.
 */
export const PUBLICATION = {
  days: 30,
  mostHeard: 5,
  mostDoing: 5,
  source: '本系统自定：结果公布后 30 天内公布“我们听到的、我们要做的”；没有法律规定这个期限',
  since: '2026-11-27',
} as const satisfies Sourced & Record<string, unknown>;

/** Levels that open a follow-up. Source: 国办发〔2019〕51号: 不满意, 非常不满意 are 差评. */
export const LOW: readonly Level[] = ['dissatisfied', 'veryDissatisfied'];

/** When answers look unlike those of many people answering by themselves. They lower the confidence and take nothing away. */
export const SUSPICIOUS = {
  /** So many answers in one hour, at least this share of all and this many times the median hour. */
  burst: { least: 10, num: 1, den: 3, timesMedian: 5 },
  /** So many answers from one phone: a household has one, and lends its phone once. */
  sameDevice: 3,
  /** So many answers entered by one worker in one hour: reading six questions out and the answer back takes some minutes each. */
  assisted: 10,
  /** So many answers in which everything is alike, over at least three questions, and this share of all. */
  straight: { least: 10, questions: 3, num: 9, den: 10 },
  source: 'issue 6；直线作答见 Kim et al. 2019, Social Science Computer Review 37(2), 214–233',
  since: '2026-11-23',
} as const satisfies Sourced & Record<string, unknown>;

/** The one reason that says most, by how the answer is. */
export const REASONS = {
  good: { prompt: '办得快', kind: '态度好', solved: '问题解决了', clear: '说得清楚' },
  bad: { slow: '办得慢', rude: '态度不好', unsolved: '问题没解决', unclear: '没说清楚', unfair: '不公平' },
} as const;
export type Reason = keyof (typeof REASONS)['good'] | keyof (typeof REASONS)['bad'];
