import type { Branch, PartyMember } from '../kernel/party';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

type Sources = Pick<Deps, 'party'> & Pick<Ctx, 'caller'>;
/** A member of the branch whose secretary the caller is, as consent and membership stand now; nobody of another branch. */
export const findMember = async (
  communityId: string,
  memberId: string,
  { party, caller }: Sources,
): Promise<{ member: PartyMember; branch: Branch } | undefined> => {
  const branch = await party.branchOf(communityId, caller.personId);
  const member = branch && (await party.member(communityId, memberId));
  return branch && member?.branchId === branch.branchId ? { member, branch } : undefined;
};
