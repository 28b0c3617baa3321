import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const declineActivity: Handle<'declineActivity'> = async ({ reason, ...ids }, ctx) => {
  const { repo, now } = ctx;
  const head = await repo.activities.head(ids);
  if (!head) return refuse('NOT_FOUND');
  if (head.status !== 'proposed') return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const change = {
    to: 'SET #status = :to, #reason = :reason, #version = #version + :one',
    when: '#status = :from',
    lost: 'DECIDED',
    values: { ':to': 'declined', ':from': 'proposed', ':reason': reason, ':one': 1 },
  };
  const event = {
    type: 'volunteering.activity-declined',
    subject: ids.activityId,
    data: { organiserId: head.organiserId },
  };
  const answer = { activityId: ids.activityId, status: 'declined' as const, at: now.toISOString() };
  const done = await commit(ctx, [repo.activities.headWrite(ids, change)], event, answer);
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
