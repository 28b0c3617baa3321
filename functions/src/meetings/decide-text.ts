import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

/** A worker publishes words the content check was not sure of, or keeps them back; the line or opinion itself stays. */
export const decideText: Handle<'decideText'> = async ({ textId, publish, ...ids }, ctx) => {
  const text = await ctx.repo.minutes.waiting(ids, textId);
  if (!text) return refuse('NOT_FOUND');
  if (text.state !== 'waiting') return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const state = publish ? ('published' as const) : ('refused' as const);
  const event = { type: 'meetings.text-decided', subject: ids.meetingId, data: { textId, state } };
  const answer = { textId, state, at: ctx.now.toISOString() };
  const done = await commit(ctx, [ctx.repo.minutes.decideWrite(text.key, state)], event, answer);
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
