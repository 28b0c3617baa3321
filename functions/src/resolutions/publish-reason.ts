import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const publishReason: Handle<'publishReason'> = async ({ round, personId, ...ids }, ctx) => {
  const { repo, now } = ctx;
  if (!(await repo.answers.answer(ids, round, personId))) return refuse('NOT_FOUND');
  const event = {
    type: 'resolutions.reason-published',
    subject: ids.proposalId,
    data: { taskId: ids.taskId, round, personId },
  };
  const answer = { taskId: ids.taskId, at: now.toISOString() };
  const done = await commit(ctx, [repo.answers.publishWrite(ids, round, personId)], event, answer);
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
