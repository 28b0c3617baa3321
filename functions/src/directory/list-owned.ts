import type { Handler } from './repo';

/** One page of a building's doors with the heads that own them; a door without owner or area keeps owners from voting. */
export const listOwned: Handler<'listOwned'> = async ({ communityId, building, cursor }, { repo }) => {
  const { items, next } = await repo.roll.page(communityId, building, cursor);
  const findAt = await repo.owners.ownedOf(
    communityId,
    items.map(({ householdId }) => householdId),
  );
  return {
    items: items.map(({ householdId, unit, room, area }) => {
      const head = findAt(householdId)?.head;
      return { householdId, unit, room, ...(area === undefined ? {} : { area }), ...(head ? { head } : {}) };
    }),
    next,
  };
};
