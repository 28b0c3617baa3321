import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { mayMove, mayStand } from '@gongzhi/shared/projects/rules';
import type { Ctx } from '../kernel/caller';
import { checkWords } from '../kernel/check-words';
import type { Deps } from './repo';
import type { ProjectItem, ProjectRef } from './repo-projects';

type No = Refusal<'NOT_FOUND' | 'NOT_PROJECT_LEAD' | 'PROJECT_OVER' | 'TEXT_RISKY' | 'WORDS_UNSURE'>;

/** A project the caller may move on, and tell so in these words. */
export const findMoving = async (ids: ProjectRef, text: string, ctx: Ctx & Deps): Promise<ProjectItem | No> => {
  const project = await ctx.repo.projects.read(ids);
  if (!project) return refuse('NOT_FOUND');
  const no = mayMove(project, ctx.caller);
  if (no) return no;
  const words = await checkWords({ title: project.title, text }, ctx);
  return isRefusal(words) ? words : (mayStand(ctx.caller.roles, words.waits) ?? project);
};
