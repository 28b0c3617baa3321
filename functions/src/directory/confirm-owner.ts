import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { decideAgain } from './decide-again';
import { findHead, ownHead } from './own-head';
import type { Handler } from './repo';

/** A worker has seen that a member owns this door: the member may vote for everything its head owns, in votes opened from now on. */
export const confirmOwner: Handler<'confirmOwner'> = ({ communityId, personId, ...door }, ctx) =>
  decideAgain(async () => {
    const { repo } = ctx;
    const member = await repo.members.find(communityId, personId);
    if (member.roles.length === 0) return refuse('NOT_FOUND');
    const head = await findHead(repo, communityId, door);
    if (isRefusal(head)) return head;
    const event = { type: 'directory.owner-confirmed', subject: personId, via: 'staff' as const, data: { head } };
    const answer = { personId, head, at: ctx.now.toISOString() };
    const done = await commit(ctx, ownHead(repo, member, head), event, answer);
    return isLost(done) && done.lost === 'OWNER' ? refuse('ALREADY_DONE') : done;
  });
