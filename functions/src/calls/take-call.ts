import { leads } from '@gongzhi/shared/calls/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const takeCall: Handle<'takeCall'> = async (ids, ctx) => {
  const { repo, caller, now } = ctx;
  const found = await repo.calls.read(ids);
  if (!found) return refuse('NOT_FOUND');
  if (leads(found.head, caller)) return recallAnswer(ctx, refuse('CALLER_ALREADY'));
  const change = {
    to: 'SET #organiserId = :me',
    when: 'attribute_exists(#organiserId) AND #organiserId <> :me',
    lost: 'MINE',
    values: { ':me': caller.personId },
  };
  const event = { type: 'calls.call-taken', subject: ids.callId, data: { before: found.head.organiserId } };
  const answer = { callId: ids.callId, at: now.toISOString() };
  const done = await commit(ctx, [repo.calls.headWrite(ids, change)], event, answer);
  return isLost(done) ? refuse('CALLER_ALREADY') : done;
};
