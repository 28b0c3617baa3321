import { mayStopWorking } from '@gongzhi/shared/directory/rules';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Handler } from './repo';

export const leaveCommunity: Handler<'leaveCommunity'> = ({ communityId }, ctx) =>
  decideAgain(async () => {
    const { repo } = ctx;
    const [me, { workers }] = await Promise.all([
      repo.members.find(communityId, ctx.caller.personId),
      repo.invites.staff(communityId),
    ]);
    const no = mayStopWorking(me.roles, workers);
    if (no) return no;
    return commit(
      ctx,
      [
        repo.members.remove(me),
        ...(me.heads ?? []).map((head) => repo.owners.removeWrite(communityId, head, me.sk)),
        ...(me.home ? [repo.roll.leaveSeat(communityId, me.home)] : []),
        ...(me.roles.includes('worker') ? [repo.invites.fewerWorkers(communityId)] : []),
      ],
      { type: 'directory.member-left', subject: me.sk, data: me.householdId ? { householdId: me.householdId } : {} },
      { at: ctx.now.toISOString() },
    );
  });
