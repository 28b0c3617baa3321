import { mayRegroup } from '@gongzhi/shared/councils/regroup-rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';
import type { HeadItem } from './repo-heads';

/**
 * Closes one matter for another. Supports are carried over by the stream, chunk by chunk (carry-supports.ts), so this
 * costs the same for three supporters and for three thousand. The event stands on the matter that closes; when all
 * supports have arrived a second one stands on the matter that goes on.
 */
export const mergeMatter: Handle<'mergeMatter'> = async ({ communityId, proposalId, intoId }, ctx) => {
  if (proposalId === intoId) return refuse('SAME_MATTER');
  const { repo } = ctx;
  const heads = await Promise.all([proposalId, intoId].map((id) => repo.proposals.head(communityId, id)));
  for (const head of heads) {
    const no = mayRegroup(head);
    if (no) return recallAnswer(ctx, no);
  }
  const at = ctx.now.toISOString();
  const done = await commit(
    ctx,
    repo.merges.mergeWrites(communityId, proposalId, intoId),
    { type: 'councils.matters-merged', subject: proposalId, data: { from: proposalId, into: intoId } },
    { proposalId, intoId, at },
  );
  return isLost(done) ? (mayRegroup(done.item as HeadItem | undefined) ?? refuse('NOT_REGROUPABLE')) : done;
};
