import type { Repo } from './repo';

/** One page of a building's doors, each with the head that owns it. */
export const pageDoors = async (repo: Repo, communityId: string, building: string, cursor: string | undefined) => {
  const { items, next } = await repo.roll.page(communityId, building, cursor);
  const findAt = await repo.owners.ownedOf(
    communityId,
    items.map(({ householdId }) => householdId),
  );
  const doors = items.map(({ householdId, unit, room, area }) => {
    const head = findAt(householdId)?.head;
    return { householdId, unit, room, area, ...(head ? { head } : {}) };
  });
  return { doors, next };
};
