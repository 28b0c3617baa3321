import type { OwnedDoor } from '@gongzhi/shared/directory/contract-owners';
import type { Member } from '@gongzhi/shared/directory/model';

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

type Named = Pick<Member, 'personId' | 'displayName' | 'household' | 'owns'>;
/** Members confirmed as owners of a head, and the others, to be picked by name or door. */
export const sidesOf = (members: readonly Named[], head: string) => {
  const shown = members.map(({ personId, displayName, household, owns = [] }) => ({
    id: personId,
    label: displayName,
    note: household?.label ?? '没有登记到一户',
    isOwner: owns.includes(head),
  }));
  return { owners: shown.filter(({ isOwner }) => isOwner), others: shown.filter(({ isOwner }) => !isOwner) };
};
