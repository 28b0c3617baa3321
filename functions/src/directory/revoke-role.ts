import { mayRevoke } from '@gongzhi/shared/directory/rules';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Handler } from './repo';

export const revokeRole: Handler<'revokeRole'> = ({ communityId, personId, role }, ctx) =>
  decideAgain(async () => {
    const [member, { workers }] = await Promise.all([
      ctx.repo.members.find(communityId, personId),
      ctx.repo.invites.staff(communityId),
    ]);
    const no = mayRevoke(member.roles, role, workers);
    if (no) return no;
    const roles = member.roles.filter((held) => held !== role);
    return commit(
      ctx,
      [
        ctx.repo.members.change(member, { roles, ...(roles.length === 0 ? { joinedAt: undefined } : {}) }),
        ...(role === 'worker' ? [ctx.repo.invites.fewerWorkers(communityId)] : []),
      ],
      { type: 'directory.role-revoked', subject: personId, via: 'staff', data: { role } },
      { personId, role, at: ctx.now.toISOString() },
    );
  });
