import type { Handle } from './repo';

export const listBranches: Handle<'listBranches'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.branches.list(communityId, cursor);
  const open = items.filter(({ closed }) => !closed);
  return { items: open.map(({ sk: branchId, name }) => ({ branchId, name })), next };
};
