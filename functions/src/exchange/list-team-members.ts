import type { Handle } from './repo';

/** Who did not wish to be named is counted and not listed. */
export const listTeamMembers: Handle<'listTeamMembers'> = async ({ cursor, ...team }, { repo }) => {
  const { items, next } = await repo.teams.members(team, cursor);
  return { items: items.flatMap(({ sk: personId, name }) => (name === undefined ? [] : [{ personId, name }])), next };
};
