import { mayCancel } from '@gongzhi/shared/calls/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkWords } from './check-words';
import { findCalled } from './find-called';
import type { Handle } from './repo';

/** Still as it was read: neither called off nor ended meanwhile. */
const STILL = 'attribute_not_exists(#cancelled) AND #endsAt = :before';
const ONCE = '#status = :open AND attribute_not_exists(#endedAt)';

export const cancelCall: Handle<'cancelCall'> = async ({ reason, ...ids }, ctx) => {
  const { repo, now } = ctx;
  const found = await findCalled(ids, ctx);
  if (isRefusal(found)) return found;
  const { head, shift } = found;
  const no = mayCancel(head.status, shift, now);
  if (no) return recallAnswer(ctx, no);
  const risky = await checkWords({ title: head.title, text: reason }, ctx);
  if (risky) return risky;
  const values = { ':off': 'cancelled', ':open': 'published', ':reason': reason, ':before': shift.endsAt };
  const writes = [
    repo.calls.headWrite(ids, { to: 'SET #status = :off, #reason = :reason', when: ONCE, lost: 'SHUT', values }),
    repo.calls.shiftWrite(ids, { to: 'SET #cancelled = :reason', when: STILL, lost: 'SHUT', values }),
  ];
  const data = { shiftId: ids.callId, startsAt: shift.startsAt };
  const event = { type: 'calls.call-cancelled', subject: ids.callId, data };
  const done = await commit(ctx, writes, event, { callId: ids.callId, at: now.toISOString() });
  return isLost(done) ? refuse('CALL_SHUT') : done;
};
