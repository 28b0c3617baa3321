import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showSecretary } from './show-secretary';

export const listBranchMembers: Handle<'listBranchMembers'> = async ({ communityId, cursor }, ctx) => {
  const { repo, caller, now } = ctx;
  const branch = await ctx.branchOf(communityId, caller.personId);
  if (!branch) return refuse('NO_BRANCH');
  const { items, next } = await repo.members.list(communityId, { list: 'branch', id: branch.branchId }, cursor);
  const reading = { communityId, readerId: caller.personId, as: 'secretary', what: 'branch', now } as const;
  await ctx.log(
    reading,
    items.map(({ sk }) => sk),
  );
  return { items: items.map((one) => showSecretary(one, now)), next };
};
