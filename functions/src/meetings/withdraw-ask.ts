import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { findMeeting } from './find-meeting';
import type { Handle } from './repo';

export const withdrawAsk: Handle<'withdrawAsk'> = async (ids, ctx) => {
  const before = await findMeeting(ids, ctx);
  if (isRefusal(before)) return before;
  const place = before.mine?.asked;
  if (!place) return recallAnswer(ctx, refuse('ALREADY_DONE'));
  const write = ctx.repo.meetings.personWrite(ids, ctx.caller.personId, {
    to: 'REMOVE #asked',
    when: '#asked = :place',
    lost: 'PERSON',
    values: { ':place': place },
  });
  const event = { type: 'meetings.ask-withdrawn', subject: ids.meetingId };
  const answer = { meetingId: ids.meetingId, at: ctx.now.toISOString() };
  const done = await commit(ctx, [write, ctx.repo.asks.takeWrite(ids, place)], event, answer);
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
