import type { Handle } from './repo';

export const listStreetCards: Handle<'listStreetCards'> = async (of, { repo }) => repo.cards.listOfStreet(of);
