import type { Handle } from './repo';

/** Whoever has left the community is left out. */
export const listSkilled: Handle<'listSkilled'> = async ({ communityId, skill, cursor }, { repo, namesOf }) => {
  const { items, next } = await repo.skills.having(communityId, skill, cursor);
  const ids = items.map(({ sk }) => sk);
  const names = await namesOf(communityId, ids);
  const people = ids.flatMap((personId) => {
    const name = names.get(personId);
    return name === undefined ? [] : [{ personId, name }];
  });
  return { items: people, next };
};
