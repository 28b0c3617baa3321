import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { findDiscussion } from './find-discussion';
import type { Handle } from './repo';

export const endorsePoint: Handle<'endorsePoint'> = async ({ pointId, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const proposal = await findDiscussion(ids, ctx);
  if (isRefusal(proposal)) return proposal;
  const node = await repo.points.node(ids, pointId);
  if (!node?.column) return refuse('NOT_FOUND');
  const at = now.toISOString();
  const writes = repo.points.endorseWrites(ids, pointId, caller.personId, at);
  const done = await commit(
    ctx,
    writes,
    { type: 'councils.point-endorsed', subject: ids.proposalId, data: { pointId } },
    { pointId, at },
  );
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
