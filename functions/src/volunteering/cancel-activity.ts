import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayChange } from '@gongzhi/shared/volunteering/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkReason } from './check-reason';
import { findLed } from './find-led';
import type { Handle } from './repo';
import { shiftsTold } from './shifts-told';

/** Every shift still to come falls with it; service already given stands. */
export const cancelActivity: Handle<'cancelActivity'> = async ({ reason, ...ids }, ctx) => {
  const { repo, now } = ctx;
  const head = await findLed(ids, ctx);
  if (isRefusal(head)) return head;
  const no = mayChange(head.status);
  if (no) return recallAnswer(ctx, no);
  const risky = await checkReason(head.title, reason, ctx);
  if (risky) return risky;
  const { shifts } = await repo.shifts.whole(ids);
  const change = {
    to: `SET #status = :to, #reason = :reason, #version = #version + :one${head.status === 'proposed' ? ', #unseen = :yes' : ''}`,
    when: '#status = :from',
    lost: 'CHANGED',
    values: { ':to': 'cancelled', ':from': head.status, ':reason': reason, ':one': 1, ':yes': true },
  };
  const event = {
    type: 'volunteering.activity-cancelled',
    subject: ids.activityId,
    data: shiftsTold(shifts, now),
  };
  const answer = { activityId: ids.activityId, status: 'cancelled' as const, at: now.toISOString() };
  const done = await commit(ctx, [repo.activities.headWrite(ids, change)], event, answer);
  return isLost(done) ? refuse('ACTIVITY_ENDED') : done;
};
