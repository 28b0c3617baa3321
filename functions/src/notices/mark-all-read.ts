import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

/** No further than now, so that nothing is read before it comes. A mark that stands further already stays. */
export const markAllRead: Handle<'markAllRead'> = async ({ upTo: asked }, ctx) => {
  const { caller, now } = ctx;
  const at = now.toISOString();
  const upTo = asked < at ? asked : at;
  const event = { type: 'notices.inbox-read', subject: caller.personId, data: { upTo } };
  const done = await commit(ctx, [ctx.repo.inbox.markWrite(caller.personId, upTo)], event, { upTo, at });
  return isLost(done) ? { upTo, at } : done;
};
