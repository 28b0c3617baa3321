import { KIND_NAMES, type Kind, type Live } from '@gongzhi/shared/meetings/model';
import type { Speaking } from '@gongzhi/shared/meetings/speaking';
import { KIND_RULES, SPEAKING_RULE } from '@gongzhi/shared/meetings/rule-sets';
import { firstStart, ownStart, startOf } from '../model';

export interface Chosen {
  proposalId: string;
  title: string;
}
export const MOST_MATTERS = 6;

/** One more on the agenda, or one less; a full agenda stays as it is. */
export const toggled = (chosen: readonly Chosen[], matter: Chosen): Chosen[] => {
  const without = chosen.filter(({ proposalId }) => proposalId !== matter.proposalId);
  if (without.length < chosen.length) return without;
  return chosen.length < MOST_MATTERS ? [...chosen, matter] : [...chosen];
};

const { speechSeconds, speechesPerMatter, alternate } = SPEAKING_RULE;
/** How people speak unless the caller of a meeting sets it otherwise. */
const USUAL: Speaking = { speechSeconds, speechesPerMatter, alternate };
const isUsual = (speaking: Speaking): boolean =>
  speaking.speechSeconds === speechSeconds &&
  speaking.speechesPerMatter === speechesPerMatter &&
  speaking.alternate === alternate;
export const SPEECH_OPTIONS = ([60, 120, 180, 300] as const).map((seconds) => ({
  value: String(seconds),
  label: `${seconds / 60} 分钟`,
}));
export const TIMES_OPTIONS = ([1, 2, 3] as const).map((times) => ({ value: String(times), label: `${times} 次` }));
export const TURN_OPTIONS = [
  { value: 'turns', label: '正反方轮流' },
  { value: 'first', label: '先举手的先说' },
] as const;

/** What is filled in; numbers as they are typed. */
export interface Draft {
  kind: Kind;
  place: string;
  date: string;
  time: string;
  minutes: string;
  expected: string;
  speaking: Speaking;
  chosen: Chosen[];
}

export const emptyDraft = (now: Date): Draft => ({
  kind: 'council',
  place: '',
  ...firstStart(now),
  minutes: '60',
  expected: '',
  speaking: USUAL,
  chosen: [],
});

export const draftOf = ({ kind, place, startsAt, minutes, expectedCount, speaking, agenda }: Live): Draft => ({
  kind,
  place,
  ...ownStart(startsAt),
  minutes: String(minutes),
  expected: expectedCount === undefined ? '' : String(expectedCount),
  speaking: speaking ?? USUAL,
  chosen: agenda.map(({ proposalId, title }) => ({ proposalId, title })),
});

export const KIND_OPTIONS = (Object.keys(KIND_NAMES) as Kind[]).map((value) => ({
  value,
  label: KIND_NAMES[value],
}));

/** What the kind of meeting asks for, with where that is written. */
export const ruleWords = (kind: Kind): string => {
  const { quorum, noticeDays, source, verified } = KIND_RULES[kind];
  const parts = quorum
    ? [`应到会的人里${quorum.strict ? '超过' : '达到'} ${quorum.den} 分之 ${quorum.num} 到会才有效`]
    : ['听取意见，不设法定人数，不作决定'];
  if (noticeDays > 0) parts.push(`提前 ${noticeDays} 天通知`);
  return `${parts.join('，')}。依据：${source}${verified ? '' : '（原文待核对）'}。`;
};

/** What the route is asked for; each matter gets an even share of the time. */
export const planOf = ({ kind, place, date, time, minutes, expected, speaking, chosen }: Draft) => {
  const whole = Number(minutes) || 0;
  const each = Math.max(1, Math.floor(whole / Math.max(1, chosen.length)));
  return {
    kind,
    place,
    startsAt: startOf({ date, time }),
    minutes: whole,
    agenda: chosen.map(({ proposalId }) => ({ proposalId, minutes: Math.min(240, each) })),
    ...(isUsual(speaking) ? {} : { speaking }),
    ...(expected.trim() === '' ? {} : { expectedCount: Number(expected) || 0 }),
  };
};
