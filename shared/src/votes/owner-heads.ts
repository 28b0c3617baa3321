import { buildingIndex, type Entitled, type Made, type Register } from './register';

interface Door {
  building: number;
  head: string | undefined;
  area: number | undefined;
}
type Head = Entitled & { area: number; parts: number; voters: string[] };

const doorsOf = (register: Register): Door[] => {
  const headOf = new Map(register.owned.map(({ householdId, head }) => [householdId, head]));
  return [...buildingIndex(register)].map(([id, building]) => ({
    building,
    head: headOf.get(id),
    area: register.areas.get(id),
  }));
};

const nobodysHead = (unitId: string, building: number): Head => ({
  unitId,
  building,
  area: 0,
  parts: 0,
  voters: [],
  bound: false,
});

/** The heads of the doors whose owner and area are known. */
const headsOf = (doors: readonly Door[]): Map<string, Head> => {
  const heads = new Map<string, Head>();
  for (const { building, head: unitId, area } of doors) {
    if (unitId === undefined || area === undefined) continue;
    const head = heads.get(unitId) ?? nobodysHead(unitId, building);
    heads.set(unitId, { ...head, area: head.area + area, parts: head.parts + 1 });
  }
  return heads;
};

/** Owners: the buyer of several doors is one head with the area of them all. */
export const owners = (register: Register): Made => {
  const doors = doorsOf(register);
  const heads = headsOf(doors);
  for (const { head, personId } of register.owners) {
    const entry = heads.get(head);
    if (entry) heads.set(head, { ...entry, voters: [...entry.voters, personId], bound: true });
  }
  const entries = [...heads.values()];
  return {
    entries,
    persons: new Set(entries.flatMap(({ voters }) => voters)),
    withoutArea: doors.filter(({ area }) => area === undefined).length,
    withoutOwner: doors.filter(({ head }) => head === undefined).length,
  };
};
