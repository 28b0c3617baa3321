import { CAUSES, type Cause, type Plan } from '@gongzhi/shared/calls/model';
import { MOST_SKILLS } from '@gongzhi/shared/calls/rule-sets';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { Issue } from '../../kernel/answer-of';
import { skillWords } from '../words';
import { clockOf, dateOf, instantOf } from '../../kernel/service/wall-times';

/** What whoever calls fills in; numbers as they are typed, times on China's wall clock. */
export interface Draft {
  cause: Cause;
  title: string;
  about: string;
  place: string;
  date: string;
  start: string;
  end: string;
  needed: string;
  skills: readonly string[];
  buildings: string;
}

export const CAUSE_OPTIONS = (Object.keys(CAUSES) as Cause[]).map((value) => ({ value, label: CAUSES[value] }));

const NEXT_QUARTER = 15 * MINUTE;
/** From the next quarter of an hour, for two hours, ten people. */
export const usualDraft = (now: Date): Draft => {
  const start = Math.ceil((now.getTime() + NEXT_QUARTER) / NEXT_QUARTER) * NEXT_QUARTER;
  return {
    ...{ cause: 'flood', title: '', about: '', place: '', needed: '10', skills: [], buildings: '' },
    date: dateOf(new Date(start)),
    start: clockOf(new Date(start)),
    end: clockOf(new Date(start + 120 * MINUTE)),
  };
};

/** Words are separated as people separate them. */
const listOf = (typed: string): string[] =>
  [...new Set(typed.split(/[、，,；;\n]+/).map((word) => word.trim()))].filter(Boolean);

/** When it is; an end before the start is on the next day. */
export const timesOf = ({ date, start, end }: Pick<Draft, 'date' | 'start' | 'end'>) => {
  const [from, to] = [instantOf(date, start), instantOf(date, end)];
  return { startsAt: new Date(from).toISOString(), endsAt: new Date(to <= from ? to + DAY : to).toISOString() };
};

export const planOf = (draft: Draft): Plan => {
  const { cause, title, about, place, needed, skills, buildings } = draft;
  const lists = { skills: [...skills], buildings: listOf(buildings) };
  return { cause, title, about, place, ...timesOf(draft), needed: Number(needed) || 0, ...lists };
};

/** Chosen or no longer, five at most. */
export const toggled = (skills: readonly string[], skill: string): readonly string[] => {
  if (skills.includes(skill)) return skills.filter((one) => one !== skill);
  return skills.length < MOST_SKILLS ? [...skills, skill] : skills;
};

export const missingWords = ({ title, about, place }: Draft): string | undefined =>
  [title, about, place].some((typed) => typed.trim() === '') ? '请填写要做什么、说明和集合地点。' : undefined;

/** Who is asked, in words, before it is sent. */
export const reachWords = ({ skills, buildings }: Draft, worker: boolean): string => {
  const [able, near] = [skills.map(skillWords), listOf(buildings)];
  const whose = worker ? '全社区' : '本支部';
  const wanted = [
    ...(near.length > 0 ? [`住在${near.join('、')}`] : []),
    ...(able.length > 0 ? [`会${able.join('、')}`] : []),
  ];
  return `会通知${whose}${wanted.length > 0 ? `${wanted.join('，')}的` : ''}报到党员，每人一次。发出后马上通知，晚上也通知。`;
};

/** What is wrong, by field; fields of a call lie under `plan`. */
export const byField = (issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(issues.map(({ path, message }) => [String(path[1] ?? path[0]), message]));
