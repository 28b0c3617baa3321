import type { FileRef } from '@gongzhi/shared/announcements/files';
import type { Content, Draft as Kept, Link, Words } from '@gongzhi/shared/announcements/model';
import { AGE_BANDS, type AgeBand } from '@gongzhi/shared/kernel/age-bands';
import { KINDS, type Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import type { Audience, Place } from '@gongzhi/shared/kernel/audience';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { SKILLS, type Skill } from '@gongzhi/shared/kernel/skills';
import type { Issue } from '../../kernel/answer-of';
import { clockOf, dateOf, instantOf } from '../../kernel/service/wall-times';
import { ROLE_WORDS } from '../../kernel/standing-core';
import { missingFiles } from '../files/model';

/** To whom it goes: everybody, those who are something, those who follow a matter, or a list. */
export type Whom = 'whole' | 'some' | 'followers' | 'people';
/** Where and when something is; times on China's wall clock, empty when there are none. */
export interface WhenWhere {
  place: string;
  date: string;
  start: string;
  end: string;
}
/** What is being written. */
export interface Draft extends WhenWhere {
  kind: Kind;
  title: string;
  body: string;
  links: Link[];
  files: FileRef[];
  whom: Whom;
  buildings: string;
  bands: AgeBand[];
  roles: Role[];
  interests: Skill[];
  followers: string;
  followed: string;
  people: { id: string; name: string }[];
}
export const EMPTY: Draft = {
  ...{ kind: 'service', title: '', body: '', place: '', date: '', start: '', end: '', links: [], files: [] },
  ...{ whom: 'whole', buildings: '', bands: [], roles: [], interests: [], followers: '', followed: '', people: [] },
};

const optionsOf = <V extends string>(words: Readonly<Record<V, string>>) =>
  (Object.entries(words) as [V, string][]).map(([value, label]) => ({ value, label }));
export const KIND_OPTIONS = optionsOf<Kind>(KINDS);
export const BAND_OPTIONS = optionsOf<AgeBand>(AGE_BANDS);
export const SKILL_OPTIONS = optionsOf<Skill>(SKILLS);
export const ROLE_OPTIONS = optionsOf<Role>(ROLE_WORDS).filter(({ value }) => value !== 'supervisor');
export const WHOM_OPTIONS: readonly { value: Whom; label: string; note: string }[] = [
  { value: 'whole', label: '全社区', note: '要第二个人同意' },
  { value: 'some', label: '一部分人', note: '按楼、年龄、身份、特长' },
  { value: 'followers', label: '关注某件事的人', note: '提议人和附议人' },
  { value: 'people', label: '一份名单', note: '最多 200 人' },
];

const UNIT = /^(.*(?:号楼|栋|幢|座|楼|号))([^楼栋幢座]+(?:单元|门|梯))$/;
/** Places as people write them, apart by commas: 3号楼、5号楼2单元. */
export const placesOf = (typed: string): Place[] =>
  [...new Set(typed.split(/[、，,；;\n]+/).map((word) => word.trim()))].filter(Boolean).map((word) => {
    const [, building, unit] = UNIT.exec(word) ?? [];
    return building && unit ? { building, unit } : { building: word };
  });

const someOf = ({ buildings, bands, roles, interests }: Draft): Audience => {
  const places = placesOf(buildings);
  return {
    ...(places.length > 0 ? { places } : {}),
    ...(bands.length > 0 ? { bands } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(interests.length > 0 ? { interests } : {}),
  };
};
export const audienceOf = (draft: Draft): Audience => {
  if (draft.whom === 'whole') return {};
  if (draft.whom === 'followers') return { followers: draft.followers };
  return draft.whom === 'people' ? { people: draft.people.map(({ id }) => id) } : someOf(draft);
};

/** From when to when, of what the pickers say: an hour that is not said is nine. */
export const timesOf = ({ date, start, end }: Omit<WhenWhere, 'place'>): Pick<Words, 'when' | 'until'> => {
  if (!date) return {};
  const at = (time: string) => new Date(instantOf(date, time)).toISOString();
  return { when: at(start || '09:00'), ...(end ? { until: at(end) } : {}) };
};
export const contentOf = (draft: Draft): Content => {
  const { kind, title, body, place, links, files } = draft;
  const more = { ...(place.trim() ? { place } : {}), ...(files.length > 0 ? { files } : {}) };
  const words = { title, body, links, ...timesOf(draft), ...more };
  return { kind, audience: audienceOf(draft), words };
};

const MISSING: Readonly<Record<Whom, (draft: Draft) => string | undefined>> = {
  whole: () => undefined,
  some: (draft) => (Object.keys(audienceOf(draft)).length === 0 ? '请至少选一个条件，或者选“全社区”。' : undefined),
  followers: ({ followers }) => (followers ? undefined : '请选一件事。'),
  people: ({ people }) => (people.length > 0 ? undefined : '请至少选一个人。'),
};
/** What is missing before it can be kept and looked at. */
export const missingOf = (draft: Draft): string | undefined =>
  draft.title.trim() && draft.body.trim()
    ? (missingFiles(draft.files) ?? MISSING[draft.whom](draft))
    : '请填写标题和正文。';

const whomOf = ({ audience }: Kept): Whom => {
  if (audience.followers) return 'followers';
  if (audience.people) return 'people';
  return Object.keys(audience).length === 0 ? 'whole' : 'some';
};
const placesWords = (places: Audience['places'] = []): string =>
  places.map(({ building, unit = '' }) => `${building}${unit}`).join('、');
const peopleOf = ({ people = [] }: Audience) => people.map((id) => ({ id, name: '' }));
const chosenOf = ({ bands = [], roles = [], interests = [] }: Audience) => ({ bands, roles, interests });
const audienceFields = ({ audience }: Kept) => ({
  ...{ ...chosenOf(audience), people: peopleOf(audience) },
  ...{ buildings: placesWords(audience.places), followers: audience.followers ?? '' },
});
export const timeFields = ({ when, until }: Kept['words']) => ({
  ...(when ? { date: dateOf(when), start: clockOf(when) } : {}),
  ...(until ? { end: clockOf(until) } : {}),
});
/** A kept draft, to be written on. */
export const draftFrom = (kept: Kept): Draft => {
  const { title, body, place = '', links, files = [] } = kept.words;
  const said = { ...EMPTY, kind: kept.kind, title, body, place, links, files, ...timeFields(kept.words) };
  return { ...said, whom: whomOf(kept), ...audienceFields(kept) };
};

/** What is wrong, by the field it stands in. */
export const faultsOf = (issues: readonly Issue[]): Record<string, string> =>
  Object.fromEntries(
    issues.map(({ path, message }) => [String(path.slice(1).find((part) => part !== 'words')), message]),
  );
