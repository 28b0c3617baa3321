import type { Role } from '@gongzhi/shared/kernel/contract';
import { buildingIndex, type Entitled, type Made, type Register } from './register';

/** Doors on the roll; somebody of it has joined or not. */
export const households = (register: Register): Made => {
  const where = buildingIndex(register);
  const living = register.members.filter(({ householdId }) => householdId !== undefined && where.has(householdId));
  const bound = new Set(living.map(({ householdId }) => householdId));
  return {
    entries: [...where].map(([unitId, building]) => ({ unitId, building, bound: bound.has(unitId) })),
    persons: new Set(living.map(({ personId }) => personId)),
  };
};

/** Those bound to a door on the roll who hold the role. */
export const persons =
  (role: Role) =>
  (register: Register): Made => {
    const where = buildingIndex(register);
    const entries: Entitled[] = [];
    const counted = new Map<string, number>();
    for (const { personId, householdId = '', roles } of register.members) {
      const building = where.get(householdId);
      if (building === undefined || !roles.includes(role)) continue;
      entries.push({ unitId: personId, building, bound: true });
      counted.set(householdId, (counted.get(householdId) ?? 0) + 1);
    }
    const missing = [...where.keys()].map((id) => Math.max(0, (register.seats.get(id) ?? 1) - (counted.get(id) ?? 0)));
    const withoutPerson = missing.reduce((sum, some) => sum + some, 0);
    return { entries, persons: new Set(entries.map(({ unitId }) => unitId)), withoutPerson };
  };
