import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { mayAppoint } from './may-appoint';
import type { Handle } from './repo';

export const addBranch: Handle<'addBranch'> = async ({ communityId, ...plan }, ctx) => {
  const no = await mayAppoint(ctx, communityId, plan);
  if (no) return no;
  const branchId = ctx.id();
  const { secretaryId } = plan;
  const event = { type: 'party.branch-added', subject: branchId, via: 'staff', data: { secretaryId } } as const;
  const done = await commit(ctx, ctx.repo.branches.addWrites(communityId, branchId, plan), event, {
    branchId,
    at: ctx.now.toISOString(),
  });
  return isLost(done) ? refuse('SECRETARY_TAKEN') : done;
};
