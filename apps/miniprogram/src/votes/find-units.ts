import { directory } from '@gongzhi/shared/directory/contract';
import type { Outcome } from '../kernel/answer-of';
import { call } from '../kernel/call';
import type { Pickable } from '../kernel/ui/pick-one/model';
import { allPages } from '../kernel/use-pages';
import { isByDoor, peopleIn, unitsIn } from './units';

const at = (cursor: string | undefined) => (cursor ? { cursor } : {});

export const allBuildings = (communityId: string): Promise<Outcome<{ building: string; households: number }[]>> =>
  allPages((cursor) => call(directory.listBuildings, { communityId, ...at(cursor) }));

const inBuilding = async (
  communityId: string,
  kind: 'household' | 'owner',
  building: string,
): Promise<Outcome<Pickable[]>> => {
  const doors = await allPages((cursor) => call(directory.listDoors, { communityId, building, ...at(cursor) }));
  return doors.ok ? { ok: true, value: unitsIn(kind, building, doors.value) } : doors;
};

/** What has a ballot in these buildings; of people, whoever it is, since they are not listed by building. */
export const findUnits = async (
  communityId: string,
  kind: string,
  buildings: readonly string[],
): Promise<Outcome<Pickable[]>> => {
  if (!isByDoor(kind)) {
    const members = await allPages((cursor) => call(directory.listMembers, { communityId, ...at(cursor) }));
    if (!members.ok) return members;
    return { ok: true, value: peopleIn(kind === 'delegate' ? 'delegate' : 'person', members.value) };
  }
  const units: Pickable[] = [];
  for (const building of buildings) {
    const found = await inBuilding(communityId, kind, building);
    if (!found.ok) return found;
    units.push(...found.value);
  }
  return { ok: true, value: units };
};
