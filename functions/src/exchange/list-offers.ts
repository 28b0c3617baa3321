import type { Handle } from './repo';
import { showOffer } from './repo-offers';

export const listOffers: Handle<'listOffers'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.offers.list(communityId, cursor);
  return { items: items.map(showOffer), next };
};
