import type { Handle } from './repo';

export const listKeptBranches: Handle<'listKeptBranches'> = async ({ communityId, cursor }, { repo, people }) => {
  const { items, next } = await repo.branches.list(communityId, cursor);
  const found = await people(communityId, [...new Set(items.map(({ secretaryId }) => secretaryId))]);
  const shown = items.map(({ sk: branchId, name, secretaryId, members, closed }) => ({
    ...{ branchId, name, secretaryId, members, closed: closed ?? false },
    secretaryName: found.get(secretaryId)?.displayName ?? '（已离开）',
  }));
  return { items: shown, next };
};
