import type { Member } from '@gongzhi/shared/directory/model';
import type { Pickable } from '../kernel/ui/pick-one/model';

/** A door as lists of ballots need it. */
export interface DoorOf {
  householdId: string;
  unit: string;
  room: string;
  head?: string | undefined;
}

/** What has a ballot in this building: each door, or each owner with the doors they own here. A door without owner has none. */
export const unitsIn = (kind: 'household' | 'owner', building: string, doors: readonly DoorOf[]): Pickable[] => {
  const found = new Map<string, string[]>();
  for (const { householdId, unit, room, head } of doors) {
    const id = kind === 'owner' ? head : householdId;
    if (id) found.set(id, [...(found.get(id) ?? []), `${unit}${room}`]);
  }
  return [...found].map(([id, names]) => ({
    id,
    label: `${building}${names[0] ?? ''}`,
    ...(names.length > 1 ? { note: `另有 ${names.slice(1).join('、')}` } : {}),
  }));
};

/** People who have a ballot: residents of a household, or delegates. */
export const peopleIn = (kind: 'person' | 'delegate', members: readonly Member[]): Pickable[] =>
  members
    .filter(({ roles, household }) => household && roles.includes(kind === 'delegate' ? 'councilMember' : 'resident'))
    .map(({ personId, displayName, household }) => ({
      id: personId,
      label: displayName,
      note: household?.label ?? '',
    }));

/** By doors, or by names: how the units of a vote are found. */
export const isByDoor = (kind: string): kind is 'household' | 'owner' => kind === 'household' || kind === 'owner';
