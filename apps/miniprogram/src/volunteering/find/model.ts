import type { Coming } from '@gongzhi/shared/volunteering/contract-activities';
import { KINDS, type Kind, type Spot } from '@gongzhi/shared/kernel/service/model';
import { type Head } from '@gongzhi/shared/volunteering/model';
import type { Fix } from '../../kernel/platform/port';
import { fitWords } from '../words';

/** What somebody looks for. Nothing chosen: everything, the soonest first. */
export interface Choice {
  kind?: Kind;
  /** One skill, or all the reader said they have: an activity that needs any of them. */
  skills?: readonly string[];
  /** Where the phone is: the nearest first. */
  near?: Fix;
}

/** Anything chosen is looked for in the whole list, or a page could seem empty while others match. */
export const isChosen = ({ kind, skills, near }: Choice): boolean =>
  kind !== undefined || skills !== undefined || near !== undefined;

/** One activity in the list: its next shift and how many follow. */
export interface Found {
  activity: Head;
  shift: Coming;
  more: number;
  /** Metres from the phone, when it was asked. */
  metres?: number;
}

/** One card an activity, where its soonest shift stands. Called-off shifts say nothing to whoever looks for one. */
export const byActivity = (coming: readonly Coming[]): Found[] => {
  const found = new Map<string, Found>();
  for (const shift of coming.filter(({ cancelled }) => !cancelled)) {
    const before = found.get(shift.activityId);
    if (before) before.more += 1;
    else found.set(shift.activityId, { activity: shift.activity, shift, more: 0 });
  }
  return [...found.values()];
};

const METRES_A_DEGREE = 111_195;
/** Metres between a phone and a place, true enough within a city. */
export const metresTo = (spot: Spot, { lat, lng }: Pick<Fix, 'lat' | 'lng'>): number => {
  const north = (spot.lat / 1e6 - lat) * METRES_A_DEGREE;
  const east = (spot.lng / 1e6 - lng) * METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(north, east);
};

const fits = ({ kind, skills }: Head, choice: Choice): boolean =>
  (choice.kind === undefined || kind === choice.kind) &&
  (choice.skills === undefined || choice.skills.some((skill) => skills.includes(skill)));

/** What matches, in the order asked for; activities without a place on the map come after those with one. */
export const matching = (coming: readonly Coming[], choice: Choice): Found[] => {
  const found = byActivity(coming).filter(({ activity }) => fits(activity, choice));
  const { near } = choice;
  if (!near) return found;
  return found
    .map((one) => (one.activity.spot ? { ...one, metres: metresTo(one.activity.spot, near) } : one))
    .sort((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity));
};

/** Every skill asked for, those asked for most first. */
export const skillsIn = (coming: readonly Coming[]): string[] => {
  const times = new Map<string, number>();
  for (const skill of byActivity(coming).flatMap(({ activity }) => activity.skills))
    times.set(skill, (times.get(skill) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([skill]) => skill);
};

/** Every choice of skills: those the reader said they have, together; then one by one what is asked for now. */
export const skillOptions = (
  coming: readonly Coming[],
  own: readonly string[],
): { value: string; label: string; note?: string; skills?: readonly string[] }[] => [
  { value: 'all', label: '不限' },
  ...(own.length > 0 ? [{ value: 'own', label: '我填过的技能', note: own.join('、'), skills: own }] : []),
  ...skillsIn(coming)
    .slice(0, MOST_SKILLS)
    .map((skill) => ({ value: `one ${skill}`, label: skill, skills: [skill] })),
];
const MOST_SKILLS = 20;

/** The option that was chosen, by its skills. */
export const chosenOption = (
  options: readonly { value: string; skills?: readonly string[] }[],
  { skills }: Choice,
): string => options.find((option) => option.skills?.join() === skills?.join())?.value ?? 'all';

export const kindWords = (kind: Kind | undefined): string => (kind ? KINDS[kind] : '全部');

const KILOMETRE = 1000;
/** A distance as people say it, never more exact than a phone knows it. */
export const distanceWords = (metres: number): string => {
  if (metres <= KILOMETRE / 2) return '500 米以内';
  return metres <= KILOMETRE ? '1 公里以内' : `约 ${Math.round(metres / KILOMETRE)} 公里`;
};

/** Where it is and what one should know before coming, in one line. */
export const placeLine = ({ activity, metres }: Found, near: Fix | undefined): string =>
  [activity.place, ...(metres !== undefined && near ? [distanceWords(metres)] : [])].join(' · ');
export const knowLine = ({ activity, more }: Found): string =>
  [fitWords(activity), more > 0 ? `后面还有 ${more} 个班次` : ''].filter(Boolean).join('；');

/** What the list says when nothing is found. */
export const emptyWords = (choice: Choice): string =>
  isChosen(choice)
    ? '没有符合条件的活动。可以换个条件，或者看看全部活动。'
    : '近期还没有活动。您可以发起一次，或者在“邻里互助”里说说需要什么帮助。';
