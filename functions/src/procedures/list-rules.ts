import { listOwn } from './read-rules';
import type { Handle } from './repo';

export const listRules: Handle<'listRules'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.rules.list(communityId, cursor);
  return {
    items: items.map(({ version, own, source, at }) => ({ version, own: listOwn(own), source, at })),
    ...(next ? { next } : {}),
  };
};
