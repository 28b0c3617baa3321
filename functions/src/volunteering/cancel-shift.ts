import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayMove } from '@gongzhi/shared/volunteering/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkReason } from './check-reason';
import { findLed } from '../kernel/service/find-led';
import type { Handle } from './repo';

export const cancelShift: Handle<'cancelShift'> = async ({ reason, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const found = await findLed(ids, caller.personId, ctx);
  if (isRefusal(found)) return found;
  const no = mayMove(found.head.status, found.shift, now);
  if (no) return recallAnswer(ctx, no);
  const risky = await checkReason(found.head.title, reason, ctx);
  if (risky) return risky;
  const change = {
    to: 'SET #cancelled = :reason REMOVE #gpk, #gsk',
    when: 'attribute_not_exists(#cancelled) AND #startsAt = :before',
    lost: 'CHANGED',
    values: { ':reason': reason, ':before': found.shift.startsAt },
  };
  const event = {
    type: 'volunteering.shift-cancelled',
    subject: ids.activityId,
    data: { shiftId: ids.shiftId, startsAt: found.shift.startsAt },
  };
  const answer = { shiftId: ids.shiftId, at: now.toISOString() };
  const done = await commit(ctx, [repo.shifts.shiftWrite(ids, change)], event, answer);
  return isLost(done) ? refuse('ACTIVITY_SHUT') : done;
};
