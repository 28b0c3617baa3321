import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const hideThanks: Handle<'hideThanks'> = async ({ communityId, thanksId, hidden }, ctx) => {
  const { personId } = ctx.caller;
  const write = ctx.repo.thanks.hideWrite({ communityId, personId }, thanksId, hidden);
  const event = { type: 'exchange.thanks-hidden', subject: `thanks/${personId}`, data: { thanksId, hidden } };
  const done = await commit(ctx, [write], event, { thanksId, at: ctx.now.toISOString() });
  return isLost(done) ? refuse('NOT_FOUND') : done;
};
