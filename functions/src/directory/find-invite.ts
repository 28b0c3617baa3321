import { doorKey, type Door } from '@gongzhi/shared/kernel/door-key';
import type { Deps } from './repo';
import type { StaffInvite } from './repo-invites';

/** The invite a code stands for. `mark` names it among those its household has used. */
export type Invite =
  | { kind: 'household'; batchId: string; at: Door; mark: string; expiresAt: string }
  | { kind: 'staff'; inviteId: string; invite: StaffInvite };

const amongHouseholds = async (
  communityId: string,
  code: string,
  { repo, codes }: Deps,
): Promise<Invite | undefined> => {
  const batch = await repo.invites.batch(communityId, codes.tagOf(code));
  if (!batch) return undefined;
  const { batchId, building, expiresAt } = batch;
  for (const { unit, room, invites } of batch.doors) {
    const { door } = doorKey({ building, unit, room });
    for (let n = 0; n < invites; n += 1) {
      if (codes.inviteCode(communityId, { batchId, door, n }) === code) {
        return {
          kind: 'household',
          batchId,
          at: { building, unit, room },
          mark: `${codes.tagOf(code)}${n}`,
          expiresAt,
        };
      }
    }
  }
  return undefined;
};

const amongStaff = async (communityId: string, code: string, { repo, codes }: Deps): Promise<Invite | undefined> => {
  const { invites } = await repo.invites.staff(communityId);
  const found = Object.entries(invites).find(([inviteId]) => codes.staffCode(communityId, inviteId) === code);
  return found && { kind: 'staff', inviteId: found[0], invite: found[1] };
};

/** Derives the codes of one batch, and of the open staff invites, until one matches; at most some thousand hashes. */
export const findInvite = async (communityId: string, code: string, deps: Deps): Promise<Invite | undefined> => {
  const [household, staff] = await Promise.all([
    amongHouseholds(communityId, code, deps),
    amongStaff(communityId, code, deps),
  ]);
  return household ?? staff;
};
