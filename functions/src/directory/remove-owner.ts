import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { decideAgain } from './decide-again';
import { disownHead } from './own-head';
import type { Handler } from './repo';

/** Takes back that somebody is an owner; with the last of what they own goes the access to owners' votes. */
export const removeOwner: Handler<'removeOwner'> = ({ communityId, head, personId }, ctx) =>
  decideAgain(async () => {
    const member = await ctx.repo.members.find(communityId, personId);
    const event = { type: 'directory.owner-removed', subject: personId, via: 'staff' as const, data: { head } };
    const answer = { personId, head, at: ctx.now.toISOString() };
    const done = await commit(ctx, disownHead(ctx.repo, member, head), event, answer);
    return isLost(done) && done.lost === 'OWNER' ? refuse('NOT_FOUND') : done;
  });
