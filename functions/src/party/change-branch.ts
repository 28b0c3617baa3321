import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { MOVED, tryAgain } from '../kernel/try-again';
import { mayAppoint } from './may-appoint';
import type { Handle } from './repo';

export const changeBranch: Handle<'changeBranch'> = async ({ communityId, branchId, ...plan }, ctx) => {
  const no = await mayAppoint(ctx, communityId, plan);
  if (no) return no;
  const { secretaryId } = plan;
  const event = { type: 'party.branch-changed', subject: branchId, via: 'staff', data: { secretaryId } } as const;
  const answer = { branchId, at: ctx.now.toISOString() };
  return tryAgain(event.type, async () => {
    const branch = await ctx.repo.branches.read(communityId, branchId);
    if (!branch) return refuse('NOT_FOUND');
    if (branch.closed) return refuse('BRANCH_CLOSED');
    const done = await commit(ctx, ctx.repo.branches.changeWrites(communityId, branch, plan), event, answer);
    if (!isLost(done)) return done;
    return done.lost === 'TAKEN' ? refuse('SECRETARY_TAKEN') : MOVED;
  });
};
