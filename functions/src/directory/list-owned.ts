import { pageDoors } from './page-doors';
import type { Handler } from './repo';

/** A door without owner or area keeps owners from voting. */
export const listOwned: Handler<'listOwned'> = async ({ communityId, building, cursor }, { repo }) => {
  const { doors, next } = await pageDoors(repo, communityId, building, cursor);
  return { items: doors.map(({ area, ...door }) => ({ ...door, ...(area === undefined ? {} : { area }) })), next };
};
