import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Door } from '@gongzhi/shared/kernel/door-key';
import type { Write } from '../kernel/commit';
import type { Repo } from './repo';
import type { Change, Membership } from './repo-members';

/** The head that owns a door, or why nobody can be confirmed as its owner. */
export const findHead = async (
  repo: Repo,
  communityId: string,
  door: Door,
): Promise<string | Refusal<'HOUSEHOLD_UNKNOWN' | 'OWNER_UNKNOWN'>> => {
  const household = await repo.roll.household(communityId, door);
  if (!household) return refuse('HOUSEHOLD_UNKNOWN');
  const owned = await repo.owners.owned(communityId, household.householdId);
  return owned?.head ?? refuse('OWNER_UNKNOWN');
};

/** Puts a person on the register as owner of all that a head owns, and gives the access that follows from it, together. */
export const ownHead = (repo: Repo, member: Membership, head: string, also: Change = {}): Write[] => [
  repo.owners.confirmWrite(member.gsk, head, member.sk),
  repo.members.change(member, {
    heads: [...(member.heads ?? []), head],
    roles: member.roles.includes('owner') ? member.roles : [...member.roles, 'owner'],
    ...also,
  }),
];

/** Takes a person off the register; the access goes with the last head. Somebody who left is on the register only. */
export const disownHead = (repo: Repo, member: Membership, head: string): Write[] => {
  const heads = (member.heads ?? []).filter((owned) => owned !== head);
  const roles = heads.length > 0 ? member.roles : member.roles.filter((role) => role !== 'owner');
  const left = { heads: heads.length > 0 ? heads : undefined, roles };
  const gone = roles.length === 0 ? { joinedAt: undefined } : {};
  return [
    repo.owners.removeWrite(member.gsk, head, member.sk),
    ...(member.v > 0 ? [repo.members.change(member, { ...left, ...gone })] : []),
  ];
};
