import { VOTE_LIMITS } from '@gongzhi/shared/votes/rules';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { says, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Readiness } from '@gongzhi/shared/votes/contract-readiness';
import { UNIT_WORDS, type Vote } from '@gongzhi/shared/votes/model';
import { RULES, RULE_SCOPES } from '@gongzhi/shared/votes/rule-sets';
import type { Way } from '@gongzhi/shared/procedures/model';
import { areaInWords } from '@gongzhi/shared/votes/amount-words';

/** How long a vote lasts: the usual choices, and a date of one's own. */
export const LENGTHS = [
  { value: 'now', label: '现场表决', note: '2 分钟', ms: 2 * MINUTE },
  { value: 'day', label: '1 天', note: '明天同一时间', ms: DAY },
  { value: 'three', label: '3 天', note: '', ms: 3 * DAY },
  { value: 'week', label: '7 天', note: '', ms: 7 * DAY },
] as const;
export type Length = (typeof LENGTHS)[number]['value'] | 'own';
export const LENGTH_OPTIONS: readonly { value: Length; label: string; note?: string }[] = [
  ...LENGTHS.map(({ value, label, note }) => ({ value, label, ...(note ? { note } : {}) })),
  { value: 'own', label: '自己定日期' },
];

/** The end instant. A date and time of one's own are China time, `2026-12-01` and `20:00`. */
export const endOf = (length: Length, own: { date: string; time: string }, now: Date): Date => {
  const known = LENGTHS.find(({ value }) => value === length);
  return known ? new Date(now.getTime() + known.ms) : new Date(`${own.date}T${own.time}:00.000+08:00`);
};

/** What the decision says if it passes, offered for the chair to change. */
export const resolutionFor = (title: string): string =>
  `同意提案《${title}》的各项建议，由社区居民委员会组织落实，并公布进展。`;

export const LATEST_DAYS = VOTE_LIMITS.longestDays;
/** `2026-11-30` in China time, `days` from now: the picker's bounds. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + 8 * 60 * MINUTE + days * DAY).toISOString().slice(0, 10);

/** Every way to vote there is, named by its rule; what does not bind says so, and an owners' rule what it is for. */
export const RULE_OPTIONS = Object.values(RULES).map(({ ruleId, name, force }) => ({
  value: ruleId,
  label: name,
  note: [
    { statutory: '法定表决', council: '按社区议事规则', advisory: '只征询意见，没有决议效力' }[force],
    ...(RULE_SCOPES[ruleId] ? [RULE_SCOPES[ruleId]] : []),
  ].join('：'),
}));
/** Those by which a matter may be voted on, by the procedure it goes by; while nobody chose one, as a council's vote or a poll. */
export const rulesOn = ({ chosen, ruleIds }: Pick<Way, 'chosen' | 'ruleIds'>): typeof RULE_OPTIONS =>
  RULE_OPTIONS.filter(({ value }) => ruleIds.includes(value) || (!chosen && RULES[value]?.force === 'advisory'));
export const CHANNEL_OPTIONS = [
  { value: 'all', label: '手机、纸质和上门协助', note: '没有手机的人也能投' },
  { value: 'app', label: '只在手机上', note: '' },
] as const;

export type Ballot = Vote['ballot'];
/** Whether the ballots bear names. What each means is said before one of them is chosen. */
export const BALLOT_OPTIONS = [
  { value: 'named', label: '记名', note: '截止前可以改投' },
  { value: 'secret', label: '无记名', note: '投出就不能改，不记谁投了什么' },
] as const satisfies readonly { value: Ballot; label: string; note: string }[];
export const BALLOT_WORDS = {
  named: '系统记有每一票的选择，不公布谁投了什么。',
  secret:
    '票和人分开存放，不记时间和先后，不保存能把一张票对回某一户的任何东西。计票后公布全部选票，每户可以凭回执查自己的票在不在，任何人都可以重新计票。参加不足 3 户时，不公布谁参加了，也不公布各选项的票数。',
} as const satisfies Record<Ballot, string>;

/** What stands in the way, each in its sentence; empty when the vote may be opened. */
export const problemWords = ({ problems }: Pick<Readiness, 'problems'>): string[] =>
  problems.map((problem) => says(problem as Refusal));

/** The roll as it would be frozen now. */
export const rollWords = ({ rule, units, area, bound }: Readiness): string => {
  const { count, what } = UNIT_WORDS[rule.unit];
  return `名册上 ${units} ${count}${what === count ? '' : what}${area > 0 ? `、${areaInWords(area)}` : ''}，其中 ${bound} ${count}可以在手机上投`;
};

/** Whether a rule is that of a poll, and how its fields are called then. */
export const kindOf = (ruleId: string): { poll: boolean; labels: { question: string; resolution: string } } => {
  const poll = RULES[ruleId]?.force === 'advisory';
  return {
    poll,
    labels: poll
      ? { question: '征询的事项', resolution: '征询的内容' }
      : { question: '表决事项', resolution: '若通过，决议内容' },
  };
};
