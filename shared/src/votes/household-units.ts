import type { Role } from '@gongzhi/shared/kernel/contract';
import { buildingIndex, type Made, type Register } from './register';

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
    const entries = register.members.flatMap(({ personId, householdId = '', roles }) => {
      const building = where.get(householdId);
      return building !== undefined && roles.includes(role) ? [{ unitId: personId, building, bound: true }] : [];
    });
    const joined = new Map<string, number>();
    for (const { householdId = '' } of register.members) joined.set(householdId, (joined.get(householdId) ?? 0) + 1);
    const missing = [...where.keys()].map((id) => Math.max(0, (register.seats.get(id) ?? 1) - (joined.get(id) ?? 0)));
    const withoutPerson = missing.reduce((sum, some) => sum + some, 0);
    return { entries, persons: new Set(entries.map(({ unitId }) => unitId)), withoutPerson };
  };
