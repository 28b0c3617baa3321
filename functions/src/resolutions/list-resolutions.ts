import type { Handle } from './repo';
import { resolutionHead } from './show-task';

export const listResolutions: Handle<'listResolutions'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.resolutions.list(communityId, cursor);
  return { items: items.map(resolutionHead), next };
};
