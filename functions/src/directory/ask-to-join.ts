import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit } from '../kernel/commit';
import { decideAgain } from './decide-again';
import type { Handler } from './repo';
import { requestIdFor } from './repo-members';

/** An owner may ask whether or not they live here; to live here one asks once. */
export const askToJoin: Handler<'askToJoin'> = ({ communityId, as = 'resident', ...asked }, ctx) =>
  decideAgain(async () => {
    const { personId } = ctx.caller;
    const [community, me] = await Promise.all([
      ctx.repo.places.community(communityId),
      ctx.repo.members.find(communityId, personId),
    ]);
    if (!community) return refuse('NOT_FOUND');
    if (as === 'resident' && me.householdId) return refuse('ALREADY_MEMBER');
    if (me.request?.state === 'waiting') return refuse('REQUEST_PENDING');
    const requestId = requestIdFor(ctx.id(), personId);
    const askedAt = ctx.now.toISOString();
    const request = { requestId, askedAt, ...asked, as, state: 'waiting' as const };
    return commit(
      ctx,
      [ctx.repo.members.change(me, { request, ...ctx.repo.members.waiting(communityId, requestId) })],
      { type: 'directory.join-asked', subject: requestId },
      { requestId, askedAt },
    );
  });
