import { refuse } from '@gongzhi/shared/kernel/refusals';
import { coverageOf } from '@gongzhi/shared/party/figures';
import type { Handle } from './repo';

export const readMyBranch: Handle<'readMyBranch'> = async ({ communityId }, ctx) => {
  const { repo, caller, now } = ctx;
  const branch = await ctx.branchOf(communityId, caller.personId);
  if (!branch) return refuse('NO_BRANCH');
  const { branchId, name } = branch;
  const [buildings, counted] = await Promise.all([ctx.buildings(communityId), repo.figures.cover(communityId)]);
  return { branchId, name, coverage: coverageOf(branchId, { buildings, counted }, now) };
};
