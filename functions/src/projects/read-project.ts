import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showProjects } from './show-projects';

export const readProject: Handle<'readProject'> = async (project, ctx) => {
  const item = await ctx.repo.projects.read(project);
  if (!item) return refuse('NOT_FOUND');
  const [shown] = await showProjects(project.communityId, [item], ctx);
  return shown ?? refuse('NOT_FOUND');
};
