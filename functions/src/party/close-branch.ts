import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Handle } from './repo';

export const closeBranch: Handle<'closeBranch'> = async ({ communityId, branchId }, ctx) => {
  const event = { type: 'party.branch-closed', subject: branchId, via: 'staff' } as const;
  const answer = { branchId, at: ctx.now.toISOString() };
  return tryAgain(event.type, async () => {
    const branch = await ctx.repo.branches.read(communityId, branchId);
    if (!branch) return refuse('NOT_FOUND');
    if (branch.closed) return recallAnswer(ctx, refuse('BRANCH_CLOSED'));
    if (branch.members > 0) return refuse('BRANCH_IN_USE', { members: branch.members });
    const done = await commit(ctx, ctx.repo.branches.closeWrites(communityId, branch), event, answer);
    return isLost(done) ? MOVED : done;
  });
};
