import type { OwnedDoor } from '@gongzhi/shared/directory/contract-owners';

/** An area, exact: 89.05 平方米. `area` in 0.01 m². */
const areaWords = (area: number): string =>
  `${Math.floor(area / 100)}${area % 100 === 0 ? '' : `.${String(area % 100).padStart(2, '0')}`} 平方米`;

/** What stands of a door, and what would make an owners' vote void. */
export const doorWords = ({ area, head }: Pick<OwnedDoor, 'area' | 'head'>): string =>
  [area === undefined ? '面积没有登记' : areaWords(area), head ? '业主已登记' : '业主没有登记'].join('，');

export const isDoorReady = ({ area, head }: Pick<OwnedDoor, 'area' | 'head'>): boolean =>
  area !== undefined && head !== undefined;

/** Doors of the same head as this one, itself included: one owner, counted once. */
export const sameHead = <D extends Pick<OwnedDoor, 'head' | 'householdId'>>(doors: readonly D[], { head }: D): D[] =>
  head ? doors.filter((door) => door.head === head) : [];
