import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMoving } from './find-moving';
import type { Handle } from './repo';

/** The first step starts the project. */
export const tellStep: Handle<'tellStep'> = async ({ communityId, projectId, words }, ctx) => {
  const ids = { communityId, projectId };
  const found = await findMoving(ids, words, ctx);
  if (isRefusal(found)) return recallAnswer(ctx, found);
  const [stepId, at] = [ctx.id(), ctx.now.toISOString()];
  const change = {
    to: 'SET #state = :underway ADD #steps :one',
    when: '#state IN (:gathering, :underway)',
    lost: 'OVER',
    values: { ':gathering': 'gathering', ':underway': 'underway', ':one': 1 },
  };
  const { repo } = ctx;
  const writes = [repo.projects.stepWrite(ids, stepId, words, at), repo.projects.changeWrite(ids, change)];
  const event = { type: 'projects.step-told', subject: projectId, data: { stepId } };
  const done = await commit(ctx, writes, event, { projectId, state: 'underway' as const, at });
  return isLost(done) ? refuse('PROJECT_OVER') : done;
};
