import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handler } from './repo';

export const removeOwner: Handler<'removeOwner'> = async ({ communityId, head, personId }, ctx) => {
  const event = { type: 'directory.owner-removed', subject: personId, via: 'staff' as const, data: { head } };
  const answer = { personId, head, at: ctx.now.toISOString() };
  const done = await commit(ctx, [ctx.repo.owners.removeWrite(communityId, head, personId)], event, answer);
  return isLost(done) ? refuse('NOT_FOUND') : done;
};
