import type { PartyItem } from '../kernel/party';
import type { Deps } from './repo';

/** What a member's ids are called. */
export interface Called {
  branchName: string;
  unitName?: string | undefined;
}

/** What the branches and units of some members are called; each branch and unit is read once. */
export const callNames = async (
  { repo, units }: Pick<Deps, 'repo' | 'units'>,
  communityId: string,
  members: readonly PartyItem[],
): Promise<(one: PartyItem) => Called> => {
  const unitIds = [...new Set(members.flatMap(({ unitId }) => unitId ?? []))];
  const [branches, found] = await Promise.all([
    repo.branches.names(communityId, [...new Set(members.map(({ branchId }) => branchId))]),
    Promise.all(unitIds.map((id) => units.unit(communityId, id))),
  ]);
  const names = new Map(unitIds.map((id, i) => [id, found[i]?.name]));
  return ({ branchId, unitId }) => ({
    branchName: branches.get(branchId) ?? '',
    ...(unitId ? { unitName: names.get(unitId) } : {}),
  });
};
