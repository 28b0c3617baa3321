import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { ProjectState } from '@gongzhi/shared/projects/project';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMoving } from './find-moving';
import type { Deps, Handle } from './repo';
import type { ProjectItem, ProjectRef } from './repo-projects';

type End = Extract<ProjectState, 'done' | 'cancelled'>;

/** What becomes of the need the project was made of: met, or open for another. */
const needWrites = async (
  { communityId, projectId }: ProjectRef,
  { needId }: ProjectItem,
  end: End,
  ctx: Ctx & Deps,
) => {
  const need = needId === undefined ? undefined : await ctx.repo.needs.read(communityId, needId);
  if (need?.state !== 'taken' || need.projectId !== projectId) return [];
  const to = end === 'done' ? ('done' as const) : ('open' as const);
  return [ctx.repo.needs.moveWrite(communityId, need, { to, at: ctx.now.toISOString() })];
};

/** A project ends, with words of what came of it or why it was called off. */
export const endProject =
  (end: End): Handle<'finishProject'> =>
  async ({ communityId, projectId, words }, ctx) => {
    const ids = { communityId, projectId };
    const found = await findMoving(ids, words, ctx);
    if (isRefusal(found)) return recallAnswer(ctx, found);
    const at = ctx.now.toISOString();
    const change = {
      to: 'SET #state = :end, #result = :words, #endedAt = :at',
      when: '#state IN (:gathering, :underway)',
      lost: 'OVER',
      values: { ':gathering': 'gathering', ':underway': 'underway', ':end': end, ':words': words, ':at': at },
    };
    const writes = [ctx.repo.projects.changeWrite(ids, change), ...(await needWrites(ids, found, end, ctx))];
    const data = { state: end, members: found.members, ...(found.needId ? { needId: found.needId } : {}) };
    const event = { type: 'projects.project-ended', subject: projectId, data };
    const done = await commit(ctx, writes, event, { projectId, state: end, at });
    return isLost(done) ? refuse('PROJECT_OVER') : done;
  };
