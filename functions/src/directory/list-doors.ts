import { pageDoors } from './page-doors';
import type { Handler } from './repo';

/** What somebody who enters or hands out ballots needs of a building, and no more. */
export const listDoors: Handler<'listDoors'> = async ({ communityId, building, cursor }, { repo }) => {
  const { doors, next } = await pageDoors(repo, communityId, building, cursor);
  return { items: doors.map(({ area: _, ...door }) => door), next };
};
