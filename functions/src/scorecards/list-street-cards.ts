import type { Handle } from './repo';

export const listStreetCards: Handle<'listStreetCards'> = async ({ streetId, quarter, cursor }, { repo }) =>
  repo.cards.listOfStreet(streetId, quarter, cursor);
