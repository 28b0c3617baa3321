import type { Handle } from './repo';

/** Ids alone: whether an activity is published, and what it says, its own slice tells. */
export const listService: Handle<'listService'> = async ({ cursor, ...project }, { repo }) => {
  const { items, next } = await repo.projects.service(project, cursor);
  return { items: items.map(({ sk: activityId, at }) => ({ activityId, at })), next };
};
