import type { Handle } from './repo';

/** What waits or was kept back is left out, but for its author and workers. */
export const listOpinions: Handle<'listOpinions'> = async ({ cursor, ...ids }, { repo, caller }) => {
  const { items, next } = await repo.minutes.opinions(ids, cursor);
  const works = caller.roles.includes('worker');
  const seen = items.filter(({ state, personId }) => state === 'published' || works || personId === caller.personId);
  return {
    items: seen.map(({ sk: opinionId, item, side, text, name, at, state }) => ({
      opinionId,
      item,
      side,
      text,
      name,
      at,
      state,
    })),
    next,
  };
};
