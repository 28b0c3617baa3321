import { isFew } from '@gongzhi/shared/kernel/few-members';
import { KINDS, type Coverage, type Figures, type Kind } from './model';
import { monthInChina } from './terms';

/** Members counted under a name and the last month they count in: `inService#2027-11`. Nothing is below 0 for long. */
export type Counted = Readonly<Record<string, number>>;
export const countName = (name: string, month: string): string => `${name}#${month}`;

/** How many are counted under a name in the month of `now` and later: whose time is over falls out by itself. */
const standing = (counted: Counted, name: string, now: Date): number =>
  Object.entries(counted).reduce((sum, [key, n]) => {
    const at = key.lastIndexOf('#');
    return key.slice(0, at) === name && key.slice(at + 1) >= monthInChina(now) ? sum + n : sum;
  }, 0);

/** Counts by kind; all of them or none, for the one left out could be found from the others. */
export const figuresOf = (counted: Counted, now: Date): Figures => {
  const names = Object.keys(KINDS) as Kind[];
  const kinds = Object.fromEntries(names.map((kind) => [kind, standing(counted, kind, now)])) as Record<Kind, number>;
  const all = Object.values(kinds);
  const valid = all.reduce((a, b) => a + b, 0);
  return {
    ...(isFew(valid) ? {} : { valid }),
    ...(isFew(valid) || all.some(isFew) ? {} : { kinds }),
  };
};

/** Buildings in which somebody counts; absent where so few count that they would be found. */
export const buildingsOf = (byBuilding: readonly Counted[], now: Date, figures: Figures): { buildings?: number } => {
  if (figures.valid === undefined) return {};
  const live = (counted: Counted) => Object.keys(counted).some((key) => standing(counted, branchOf(key), now) > 0);
  return { buildings: byBuilding.filter(live).length };
};
const branchOf = (key: string): string => key.slice(0, key.lastIndexOf('#'));

/** One branch's members by building: every building of the community, those without any too, in the order given. */
export const coverageOf = (
  branchId: string,
  {
    buildings,
    counted,
  }: { buildings: readonly { key: string; building: string }[]; counted: ReadonlyMap<string, Counted> },
  now: Date,
): Coverage => {
  const membersIn = (key: string) => standing(counted.get(key) ?? {}, branchId, now);
  const known = new Set(buildings.map(({ key }) => key));
  const elsewhere = [...counted.keys()].filter((key) => !known.has(key)).reduce((sum, key) => sum + membersIn(key), 0);
  return { buildings: buildings.map(({ key, building }) => ({ building, members: membersIn(key) })), elsewhere };
};
