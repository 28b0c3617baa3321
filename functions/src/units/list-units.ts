import type { Handle } from './repo';
import { showUnit } from './repo-units';

export const listUnits: Handle<'listUnits'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.units.list(communityId, cursor);
  return { items: items.map(showUnit), next };
};
