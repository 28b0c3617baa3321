import { Kind } from '@gongzhi/shared/kernel/announcement-kinds';
import { isIn, placeKey, type Audience, type Standpoint } from '@gongzhi/shared/kernel/audience';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { meansSilent } from './rules';
import type { Content, Estimate } from './model';

/** How many members of a building are alike in all an audience asks for: the profile's text → how many. */
type Profiles = Record<string, number>;
/** Of each building by its normal form; members without a home are in ''. */
export type Buildings = Record<string, Profiles>;
/** A building as it was counted. `units`: by the unit's normal form, households on the roll and those of which nobody is in the app. */
export interface Counted {
  building: string;
  profiles: Profiles;
  units: Record<string, [households: number, silent: number]>;
}
/** A member as a census looks at them. `wechat`: the kinds of announcement WeChat may send them a message of. */
export interface Looked extends Standpoint {
  wechat: readonly Kind[];
}

const buildingOf = ({ home }: Standpoint): string => (home ? placeKey({ building: home.building }) : '');
/** A unit's normal form within its building. */
export const unitOf = (home: { building: string; unit: string } | undefined): string =>
  home ? (placeKey(home).split('#')[1] ?? '') : '';

/** Most who are reached at all are reached by every kind. */
const EVERY = 'w';
const kindsText = (kinds: readonly Kind[]): string =>
  kinds.length === Kind.options.length ? EVERY : [...kinds].sort().join(',');

const profileOf = (one: Looked): string =>
  [
    unitOf(one.home),
    one.ageBand ?? '',
    [...one.roles].sort().join(','),
    [...(one.interests ?? [])].sort().join(','),
    kindsText(one.wechat),
  ].join('|');

/** Members of one page, counted by building; whoever holds no role is no member. */
export const countMembers = (members: readonly Looked[]): Buildings => {
  const buildings: Buildings = {};
  for (const one of members.filter(({ roles }) => roles.length > 0)) {
    const profiles = (buildings[buildingOf(one)] ??= {});
    const profile = profileOf(one);
    profiles[profile] = (profiles[profile] ?? 0) + 1;
  }
  return buildings;
};

/** Pages of members put together. */
export const mergePages = (pages: readonly Buildings[]): Buildings => {
  const whole: Buildings = {};
  for (const page of pages)
    for (const [building, profiles] of Object.entries(page)) {
      const into = (whole[building] ??= {});
      for (const [profile, n] of Object.entries(profiles)) into[profile] = (into[profile] ?? 0) + n;
    }
  return whole;
};

const listOf = (text: string | undefined): string[] => (text ? text.split(',') : []);
const readProfile = (text: string) => {
  const [unit = '', ageBand, roles, interests, wechat] = text.split('|');
  const standpoint = { roles: listOf(roles) as Role[], ageBand: ageBand || undefined, interests: listOf(interests) };
  const kinds = wechat === EVERY ? Kind.options : listOf(wechat);
  return { unit, standpoint, hears: (kind: Kind) => (kinds as readonly string[]).includes(kind) };
};

/** Whether a unit of a building is among an audience's places. */
const isAmong = (places: ReadonlySet<string> | undefined, building: string, unit: string): boolean =>
  !places || places.has(building) || places.has(`${building}#${unit}`);

/** The buildings an audience asks for by their normal form; undefined: all. */
export const buildingsAsked = ({ places }: Audience): string[] | undefined =>
  places && [...new Set(places.map(({ building }) => placeKey({ building })))];

/** For whom something is, and what it is: people may have turned a kind off. */
export type Asked = Pick<Content, 'audience' | 'kind'>;
interface Sum {
  people: number;
  wechat: number;
  silent: number;
}
const addBuilding = (sum: Sum, { building, profiles, units }: Counted, { audience, kind }: Asked): void => {
  const { places: named, ...rest } = audience;
  const places = named && new Set(named.map(placeKey));
  for (const [text, n] of Object.entries(profiles)) {
    const { unit, standpoint, hears } = readProfile(text);
    if (!isAmong(places, building, unit) || !isIn(rest, standpoint)) continue;
    sum.people += n;
    if (hears(kind)) sum.wechat += n;
  }
  for (const [unit, [, silent]] of Object.entries(units)) if (isAmong(places, building, unit)) sum.silent += silent;
};

/** How many an audience given by fields is, from what was counted. */
export const estimateOf = (counted: readonly Counted[], asked: Asked): Omit<Estimate, 'asOf'> => {
  const sum: Sum = { people: 0, wechat: 0, silent: 0 };
  for (const one of counted) addBuilding(sum, one, asked);
  return {
    ...{ people: sum.people, wechat: sum.wechat, appOnly: sum.people - sum.wechat },
    ...(meansSilent(asked.audience) ? { silentHouseholds: sum.silent } : {}),
  };
};
