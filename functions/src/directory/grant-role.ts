import { mayGrant } from '@gongzhi/shared/directory/rules';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Handler } from './repo';

export const grantRole: Handler<'grantRole'> = ({ communityId, personId, role }, ctx) =>
  decideAgain(async () => {
    const member = await ctx.repo.members.find(communityId, personId);
    const no = mayGrant(member.roles, role);
    if (no) return no;
    return commit(
      ctx,
      [
        ctx.repo.members.change(member, { roles: [...member.roles, role] }),
        ...(role === 'worker' ? [ctx.repo.invites.moreWorkers(communityId)] : []),
      ],
      { type: 'directory.role-granted', subject: personId, via: 'staff', data: { role } },
      { personId, role, at: ctx.now.toISOString() },
    );
  });
