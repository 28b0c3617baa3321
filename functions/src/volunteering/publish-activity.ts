import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayPublish } from '@gongzhi/shared/volunteering/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const publishActivity: Handle<'publishActivity'> = async (ids, ctx) => {
  const { repo, now } = ctx;
  const head = await repo.activities.head(ids);
  if (!head) return refuse('NOT_FOUND');
  const { text, shifts } = await repo.shifts.whole(ids);
  const no = mayPublish(head.status, { risky: head.risky, insurance: text?.insurance }, shifts, now);
  if (no) return recallAnswer(ctx, no);
  const change = {
    to: 'SET #status = :to, #version = #version + :one',
    when: '#status = :from AND #version = :version',
    lost: 'DECIDED',
    values: { ':to': 'published', ':from': 'proposed', ':version': head.version, ':one': 1 },
  };
  const event = {
    type: 'volunteering.activity-published',
    subject: ids.activityId,
    data: { organiserId: head.organiserId, kind: head.kind },
  };
  const answer = { activityId: ids.activityId, status: 'published' as const, at: now.toISOString() };
  const done = await commit(ctx, [repo.activities.headWrite(ids, change)], event, answer);
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
