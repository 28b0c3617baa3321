import { mayEnd } from '@gongzhi/shared/calls/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findCalled } from './find-called';
import type { Handle } from './repo';

/** Still as it was read: neither called off nor ended meanwhile. */
const STILL = 'attribute_not_exists(#cancelled) AND #endsAt = :before';
const ONCE = '#status = :open AND attribute_not_exists(#endedAt)';

/** The shift ends now, so that nobody’s service counts longer; checking out goes on for its hour. */
export const endCall: Handle<'endCall'> = async (ids, ctx) => {
  const { repo, now } = ctx;
  const found = await findCalled(ids, ctx);
  if (isRefusal(found)) return found;
  const { head, shift } = found;
  const no = mayEnd(head.status, shift, now);
  if (no) return recallAnswer(ctx, no);
  const at = now.toISOString();
  const values = { ':at': at, ':open': 'published', ':before': shift.endsAt };
  const writes = [
    repo.calls.headWrite(ids, { to: 'SET #endedAt = :at', when: ONCE, lost: 'SHUT', values }),
    repo.calls.shiftWrite(ids, { to: 'SET #endsAt = :at', when: STILL, lost: 'SHUT', values }),
  ];
  const event = { type: 'calls.call-ended', subject: ids.callId, data: { shiftId: ids.callId } };
  const done = await commit(ctx, writes, event, { callId: ids.callId, at });
  return isLost(done) ? refuse('CALL_SHUT') : done;
};
