import type { Handle } from './repo';
import { showProjects } from './show-projects';

export const listProjects: Handle<'listProjects'> = async ({ communityId, cursor }, ctx) => {
  const { items, next } = await ctx.repo.projects.list(communityId, cursor);
  return { items: await showProjects(communityId, items, ctx), next };
};

export const listUnitProjects: Handle<'listUnitProjects'> = async ({ communityId, unitId, cursor }, ctx) => {
  const { items, next } = await ctx.repo.projects.ofUnit(communityId, unitId, cursor);
  return { items: await showProjects(communityId, items, ctx), next };
};
