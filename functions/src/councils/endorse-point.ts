import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { Busy, commit, isLost } from '../kernel/commit';
import { findDiscussion } from './find-discussion';
import type { Handle } from './repo';
import type { NodeItem } from './repo-points';

/** The count is written from the one before it, so a crowd takes turns: each attempt starts from what the last one met. */
const ATTEMPTS = 20;

export const endorsePoint: Handle<'endorsePoint'> = async ({ pointId, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const proposal = await findDiscussion(ids, ctx);
  if (isRefusal(proposal)) return proposal;
  const at = now.toISOString();
  let node = await repo.points.node(ids, pointId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!node?.column) return refuse('NOT_FOUND');
    const writes = repo.points.endorseWrites(ids, pointId, caller.personId, { seen: node.endorsements, at });
    const done = await commit(ctx, writes, { type: 'councils.point-endorsed', subject: ids.proposalId, data: { pointId } }, { pointId, at });
    if (!isLost(done)) return done;
    if (done.lost === 'ENDORSED') return refuse('ALREADY_DONE');
    node = done.item as NodeItem | undefined;
    await pause(randomInt(1, 4 * 2 ** Math.min(attempt + 1, 6)));
  }
  throw new Busy('councils.point-endorsed');
};
