import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Request } from '@gongzhi/shared/volunteering/request';
import type { Kind, Spot } from '@gongzhi/shared/kernel/service/model';
import type { By, Plan } from '@gongzhi/shared/volunteering/model';
import type { Issue } from '../../kernel/answer-of';
import type { Fix } from '../../kernel/platform/port';
import { BY_WORDS } from '../words';

/** What an organiser writes, as it is typed. */
export interface Draft {
  title: string;
  by: By;
  kind: Kind;
  about: string;
  place: string;
  spot?: Spot;
  skills: string;
  bring: string;
  minors: boolean;
  risky: boolean;
  risk: string;
  insurer: string;
  policy: string;
  until: string;
}

export const BY_OPTIONS = (Object.keys(BY_WORDS) as By['kind'][]).map((value) => ({
  value,
  label: BY_WORDS[value],
}));
export const YES_NO = [
  { value: 'no', label: '否' },
  { value: 'yes', label: '是' },
] as const;

const NOTHING = {
  ...{ title: '', about: '', place: '', skills: '', bring: '', risk: '', insurer: '', policy: '', until: '' },
  ...{ kind: 'environment' as Kind, minors: false, risky: false },
};

/** Who is offered as the organiser: the community for its worker, whoever writes for anybody else. */
export const emptyDraft = (place: string, name: string, worker: boolean): Draft => ({
  ...NOTHING,
  by: worker ? { kind: 'community', name: place } : { kind: 'residents', name },
});

/** A neighbour's request becomes an activity: its words are there already. */
export const draftForRequest = (
  draft: Draft,
  { title, about, kind }: Pick<Request, 'title' | 'about' | 'kind'>,
): Draft => ({ ...draft, title, about, kind });

export const draftOf = ({ title, by, kind, about, place, spot, skills, bring, minors, ...rest }: Whole): Draft => ({
  ...{ title, by, kind, about, place, minors },
  ...(spot ? { spot } : {}),
  ...{ skills: skills.join('、'), bring: bring ?? '', risky: rest.risky, risk: rest.risk ?? '' },
  ...{ ...NOTHING_INSURED, ...rest.insurance },
});
const NOTHING_INSURED = { insurer: '', policy: '', until: '' };

/** Skills are separated as people separate them. */
const skillsOf = (typed: string): string[] =>
  [...new Set(typed.split(/[、，,；;\s]+/).map((skill) => skill.trim()))].filter(Boolean);
const filled = (typed: string): string | undefined => typed.trim() || undefined;
const isInsured = ({ insurer, policy, until }: Draft) => [insurer, policy, until].some((typed) => typed.trim() !== '');

/** What the route is asked for; what was left empty is not there. */
export const planOf = (draft: Draft): Plan => {
  const { title, by, kind, about, place, spot, minors, risky, insurer, policy, until } = draft;
  const bring = filled(draft.bring);
  const risk = filled(draft.risk);
  return {
    ...{ title, by, kind, about, place, minors, risky, skills: skillsOf(draft.skills) },
    ...(spot ? { spot } : {}),
    ...(bring ? { bring } : {}),
    ...(risk ? { risk } : {}),
    ...(isInsured(draft) ? { insurance: { insurer, policy, until } } : {}),
  };
};

/** What keeps the writing from being sent; the rest is the server's to say. */
export const missingWords = ({ title, by, about, place, risky, risk }: Draft): string | undefined => {
  if ([title, by.name, about, place].some((typed) => typed.trim() === ''))
    return '请填写名称、主办方、说明和集合地点。';
  return risky && risk.trim() === '' ? '有风险的活动，请写明风险。' : undefined;
};

/** What is wrong, by field: `title`, `by.name`, `insurance.until`. */
export const byField = (issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));

const MILLION = 1_000_000;
/** The organiser's own place in whole millionths of a degree. */
export const spotOf = (fix: Fix | undefined): Spot | undefined =>
  fix && { lat: Math.round(fix.lat * MILLION), lng: Math.round(fix.lng * MILLION) };
