import { mayJoin, mayTry, mayUse, oneMoreWrong } from '@gongzhi/shared/directory/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import { bareCode } from '@gongzhi/shared/kernel/spoken-codes';
import { findInvite, type Invite } from './find-invite';
import type { Deps, Handler } from './repo';
import type { Membership } from './repo-members';
import { takeSeat } from './take-seat';

type Of<K extends Invite['kind']> = Extract<Invite, { kind: K }>;
interface Asking {
  communityId: string;
  displayName: string;
  me: Membership;
}

const joinHousehold = async (
  { communityId, displayName, me }: Asking,
  { at, batchId, mark, expiresAt }: Of<'household'>,
  ctx: Ctx & Deps,
) => {
  const household = await ctx.repo.roll.household(communityId, at);
  if (!household) return refuse('INVITE_WRONG');
  const no = mayUse({ expiresAt, used: household.used?.has(mark) ?? false }, ctx.now) ?? mayJoin(me, household);
  if (no) return no;
  return commit(
    ctx,
    takeSeat(ctx, { household, member: me, displayName, now: ctx.now, mark }),
    {
      type: 'directory.member-joined',
      subject: me.sk,
      data: { householdId: household.householdId, by: 'invite', batchId },
    },
    { communityId, householdId: household.householdId, joinedAt: ctx.now.toISOString() },
  );
};

const joinStaff = async (
  { communityId, displayName, me }: Asking,
  { inviteId, invite }: Of<'staff'>,
  ctx: Ctx & Deps,
) => {
  const no = mayUse({ expiresAt: invite.expiresAt, used: invite.usedBy !== undefined }, ctx.now);
  if (no) return no;
  if (me.roles.includes(invite.role)) return refuse('ALREADY_MEMBER');
  const joinedAt = ctx.now.toISOString();
  return commit(
    ctx,
    [
      ctx.repo.invites.useStaffInvite(communityId, inviteId, invite, me.sk),
      ctx.repo.members.change(me, {
        roles: [...me.roles, invite.role],
        displayName,
        joinedAt: me.joinedAt ?? joinedAt,
        tries: undefined,
      }),
    ],
    {
      type: 'directory.staff-joined',
      subject: me.sk,
      data: { inviteId, role: invite.role, ...(invite.unitId ? { unitId: invite.unitId } : {}) },
    },
    { communityId, joinedAt },
  );
};

export const redeemInvite: Handler<'redeemInvite'> = ({ communityId, code, displayName }, ctx) =>
  decideAgain(async () => {
    const me = await ctx.repo.members.find(communityId, ctx.caller.personId);
    const tooMany = mayTry(me.tries, ctx.now);
    if (tooMany) return tooMany;
    const invite = await findInvite(communityId, bareCode(code), ctx);
    const asking = { communityId, displayName, me };
    if (invite)
      return invite.kind === 'household' ? joinHousehold(asking, invite, ctx) : joinStaff(asking, invite, ctx);
    return (await ctx.repo.members.countTry(me, oneMoreWrong(me.tries, ctx.now))) ?? refuse('INVITE_WRONG');
  });
