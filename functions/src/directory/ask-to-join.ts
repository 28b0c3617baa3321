import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Handler } from './repo';
import { requestIdFor } from './repo-members';

export const askToJoin: Handler<'askToJoin'> = ({ communityId, displayName, building, unit, room }, ctx) =>
  decideAgain(async () => {
    const { personId } = ctx.caller;
    const [community, me] = await Promise.all([
      ctx.repo.places.community(communityId),
      ctx.repo.members.find(communityId, personId),
    ]);
    if (!community) return refuse('NOT_FOUND');
    if (me.householdId) return refuse('ALREADY_MEMBER');
    if (me.request?.state === 'waiting') return refuse('REQUEST_PENDING');
    const requestId = requestIdFor(ctx.id(), personId);
    const askedAt = ctx.now.toISOString();
    const request = { requestId, askedAt, displayName, building, unit, room, state: 'waiting' as const };
    return commit(
      ctx,
      [ctx.repo.members.change(me, { request, ...ctx.repo.members.waiting(communityId, requestId) })],
      { type: 'directory.join-asked', subject: requestId },
      { requestId, askedAt },
    );
  });
