import { mayJoin } from '@gongzhi/shared/directory/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Deps, Handler } from './repo';
import type { Membership, Request } from './repo-members';
import { takeSeat } from './take-seat';

type Asker = Membership & { request: Request };

const confirmRequest = async (communityId: string, member: Asker, ctx: Ctx & Deps) => {
  const { requestId, displayName } = member.request;
  const household = await ctx.repo.roll.household(communityId, member.request);
  if (!household) return refuse('HOUSEHOLD_UNKNOWN');
  const no = mayJoin(member, household);
  if (no) return no;
  const also = {
    request: { ...member.request, state: 'confirmed' as const },
    ...ctx.repo.members.waiting(communityId, undefined),
  };
  return commit(
    ctx,
    takeSeat(ctx, { household, member, displayName, now: ctx.now, also }),
    {
      type: 'directory.join-confirmed',
      subject: requestId,
      via: 'staff',
      behalf: member.sk,
      data: { householdId: household.householdId },
    },
    { requestId, state: 'confirmed' as const, decidedAt: ctx.now.toISOString() },
  );
};

const refuseRequest = (communityId: string, member: Asker, reason: string | undefined, ctx: Ctx & Deps) => {
  const { requestId } = member.request;
  const request = { ...member.request, state: 'refused' as const, ...(reason ? { reason } : {}) };
  return commit(
    ctx,
    [ctx.repo.members.change(member, { request, ...ctx.repo.members.waiting(communityId, undefined) })],
    { type: 'directory.join-refused', subject: requestId, via: 'staff', behalf: member.sk },
    { requestId, state: 'refused' as const, decidedAt: ctx.now.toISOString() },
  );
};

export const decideJoinRequest: Handler<'decideJoinRequest'> = ({ communityId, requestId, confirm, reason }, ctx) =>
  decideAgain(async () => {
    const member = await ctx.repo.members.findByRequest(communityId, requestId);
    if (!member) return refuse('NOT_FOUND');
    if (member.request.state !== 'waiting') return refuse('ALREADY_DECIDED');
    return confirm ? confirmRequest(communityId, member, ctx) : refuseRequest(communityId, member, reason, ctx);
  });
