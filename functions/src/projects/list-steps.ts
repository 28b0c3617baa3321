import type { Handle } from './repo';

export const listSteps: Handle<'listSteps'> = async ({ cursor, ...project }, { repo }) => {
  const { items, next } = await repo.projects.steps(project, cursor);
  return { items: items.map(({ sk: stepId, words, at }) => ({ stepId, words, at })), next };
};
