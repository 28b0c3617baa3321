import { mayJoin } from '@gongzhi/shared/directory/rules';
import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { decideAgain } from './decide-again';
import { findHead, ownHead } from './own-head';
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

/** Whoever asked as owner is put on the owners' register; a name and the day of joining are set only for somebody new. */
const confirmAsOwner = async (communityId: string, member: Asker, ctx: Ctx & Deps) => {
  const { requestId, displayName } = member.request;
  const head = await findHead(ctx.repo, communityId, member.request);
  if (isRefusal(head)) return head;
  const decidedAt = ctx.now.toISOString();
  const also = {
    displayName: member.displayName || displayName,
    joinedAt: member.joinedAt ?? decidedAt,
    request: { ...member.request, state: 'confirmed' as const },
    ...ctx.repo.members.waiting(communityId, undefined),
  };
  const event = {
    type: 'directory.owner-confirmed',
    subject: requestId,
    via: 'staff' as const,
    behalf: member.sk,
    data: { head },
  };
  const answer = { requestId, state: 'confirmed' as const, decidedAt };
  const done = await commit(ctx, ownHead(ctx.repo, member, head, also), event, answer);
  return isLost(done) && done.lost === 'OWNER' ? refuse('ALREADY_DONE') : done;
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
    if (!confirm) return refuseRequest(communityId, member, reason, ctx);
    const confirmed = member.request.as === 'owner' ? confirmAsOwner : confirmRequest;
    return confirmed(communityId, member, ctx);
  });
