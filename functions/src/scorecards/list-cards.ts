import type { Handle } from './repo';

export const listCards: Handle<'listCards'> = async ({ communityId, cursor }, { repo }) =>
  repo.cards.list(communityId, cursor);
