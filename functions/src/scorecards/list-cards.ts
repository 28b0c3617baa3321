import type { Handle } from './repo';

export const listCards: Handle<'listCards'> = async (of, { repo }) => repo.cards.list(of);
