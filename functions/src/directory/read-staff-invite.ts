import { refuse } from '@gongzhi/shared/kernel/refusals';
import { groupCode } from '@gongzhi/shared/kernel/spoken-codes';
import type { Handler } from './repo';

export const readStaffInvite: Handler<'readStaffInvite'> = async (
  { communityId, inviteId },
  { caller, codes, repo },
) => {
  const invite = (await repo.invites.staff(communityId)).invites[inviteId];
  if (!invite) return refuse('NOT_FOUND');
  if (invite.by !== caller.personId) return refuse('NOT_YOURS');
  return { code: groupCode(codes.staffCode(communityId, inviteId)), role: invite.role, expiresAt: invite.expiresAt };
};
