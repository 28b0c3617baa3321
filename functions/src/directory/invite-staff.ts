import { inviteExpiresAt } from '@gongzhi/shared/directory/rules';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Handler } from './repo';

export const inviteStaff: Handler<'inviteStaff'> = async ({ communityId, role, unitId }, ctx) => {
  const inviteId = ctx.id();
  const expiresAt = inviteExpiresAt(ctx.now).toISOString();
  return decideAgain(async () => {
    const { invites: known } = await ctx.repo.invites.staff(communityId);
    const invite = { role, expiresAt, by: ctx.caller.personId, ...(unitId ? { unitId } : {}) };
    return commit(
      ctx,
      [ctx.repo.invites.inviteStaff(communityId, inviteId, invite, { known, now: ctx.now })],
      {
        type: 'directory.staff-invited',
        subject: inviteId,
        via: 'staff',
        data: { role, ...(unitId ? { unitId } : {}) },
      },
      { inviteId, expiresAt },
    );
  });
};
