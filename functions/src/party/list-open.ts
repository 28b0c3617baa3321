import { counts } from '../kernel/party';
import type { Handle } from './repo';
import { showNeighbour } from './show-neighbour';

export const listOpen: Handle<'listOpen'> = async ({ communityId, cursor }, { repo, now }) => {
  const { items, next } = await repo.members.list(communityId, { list: 'open' }, cursor);
  return { items: items.filter((one) => counts(one, now)).map(showNeighbour), next };
};
