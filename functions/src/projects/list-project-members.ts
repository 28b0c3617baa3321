import type { Handle } from './repo';

/** Who did not wish to be named is counted and not listed. */
export const listProjectMembers: Handle<'listProjectMembers'> = async ({ cursor, ...project }, { repo }) => {
  const { items, next } = await repo.members.list(project, cursor);
  return { items: items.flatMap(({ sk: personId, name }) => (name === undefined ? [] : [{ personId, name }])), next };
};
