import './zod';
import * as z from 'zod/mini';
import { AgeBand } from './age-bands';
import { ROLES, type Role } from './contract';
import { doorKey, type Door } from './door-key';
import { line } from './fields';
import { Id } from './ids';
import { SKILLS, type Skill } from './skills';

/** Most buildings or units, and most people, an audience may name. */
export const AUDIENCE = { places: 50, people: 200 } as const;

/** A building, or one of its units, as people write it. */
export const Place = z.strictObject({ building: line(20, '楼栋'), unit: z.optional(line(20, '单元')) });
export type Place = z.infer<typeof Place>;

const some = <T extends z.ZodMiniType>(of: T, most: number, what: string) =>
  z.optional(z.array(of).check(z.minLength(1, `请至少选一${what}`), z.maxLength(most, `最多选 ${most} ${what}`)));
const SkillName = z.enum(Object.keys(SKILLS) as [Skill, ...Skill[]]);

interface Standing {
  followers?: string | undefined;
  people?: string[] | undefined;
}
const alone = (audience: Standing & object): boolean => {
  const named = Object.values(audience).filter((field) => field !== undefined).length;
  return named <= 1 || (audience.followers === undefined && audience.people === undefined);
};

/**
 * For whom something is. `{}`: the whole community. Otherwise whoever is in one of the values of each field there is: 3号楼 or
 * 5号楼, and 75+. `followers` (of a matter, by its id) and `people` (a list) stand alone.
 */
export const Audience = z
  .strictObject({
    places: some(Place, AUDIENCE.places, '栋楼'),
    roles: some(z.enum(ROLES), ROLES.length, '种身份'),
    bands: some(AgeBand, AgeBand.options.length, '个年龄段'),
    interests: some(SkillName, Object.keys(SKILLS).length, '项特长'),
    followers: z.optional(Id),
    people: some(Id, AUDIENCE.people, '个人'),
  })
  .check(z.refine(alone, { error: '发给关注某件事的人或一份名单时，不能再加别的条件' }));
export type Audience = z.infer<typeof Audience>;

/** What is looked at of a member; `home`: the door of the household, which not everybody has. */
export interface Standpoint {
  home?: Door | undefined;
  roles: readonly Role[];
  ageBand?: string | undefined;
  interests?: readonly string[] | undefined;
}

/** A place's normal form: the building, or the building and the unit. */
export const placeKey = ({ building, unit }: { building: string; unit?: string | undefined }): string => {
  const key = doorKey({ building, unit: unit ?? '', room: '' });
  return unit === undefined ? key.building : `${key.building}#${key.door.split('#')[0]}`;
};

const meets = (wanted: readonly string[] | undefined, held: readonly (string | undefined)[]) =>
  !wanted || held.some((one) => one !== undefined && wanted.includes(one));

const isByFields = ({ followers, people }: Audience): boolean => !followers && !people;
const livesIn = (places: Audience['places'], home: Door | undefined): boolean =>
  meets(places?.map(placeKey), home && places ? [placeKey({ building: home.building }), placeKey(home)] : []);

/**
 * Whether a member belongs to an audience given by fields. Whoever holds no role is no member. Of `followers` and `people`,
 * which are read and not looked at, it says no.
 */
export const isIn = (audience: Audience, { home, roles, ageBand, interests = [] }: Standpoint): boolean =>
  roles.length > 0 &&
  isByFields(audience) &&
  livesIn(audience.places, home) &&
  meets(audience.roles, roles) &&
  meets(audience.bands, [ageBand]) &&
  meets(audience.interests, interests);

/** Whether it is for everybody of the community. */
export const isWhole = (audience: Audience): boolean => Object.values(audience).every((field) => field === undefined);
