import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayDecide, mayTake } from '@gongzhi/shared/projects/rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type Lost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkReason } from './check-reason';
import type { Deps, Handle } from './repo';
import type { NominationItem } from './repo-nominations';
import type { PostItem, PostRef } from './repo-posts';

interface Deciding {
  post: PostItem;
  nomination: NominationItem;
  /** Why not; none where it is confirmed. */
  reason: string | undefined;
}
/** A nomination that waits, and that the caller decides on. */
const mayDecideNow = async (communityId: string, { nomination }: Deciding, { party, caller }: Ctx & Deps) => {
  const branch = await party.branchOf(communityId, caller.personId);
  const { personId, roles } = caller;
  const no = mayDecide(nomination, { personId, roles, branchId: branch?.branchId });
  return no ?? (nomination.state === 'asked' ? undefined : refuse('ALREADY_DECIDED'));
};
/** Confirming needs a member who counts now and a place; a no is always possible. */
const mayEnd = async (communityId: string, { post, nomination, reason }: Deciding, ctx: Ctx & Deps) => {
  if (reason !== undefined) return checkReason(post.title, reason, ctx);
  return (await ctx.party.member(communityId, nomination.personId)) ? mayTake(post) : refuse('NOMINEE_GONE');
};

/** Decided meanwhile, or the last place went to another. */
const lostTo = ({ lost, item }: Lost) =>
  lost === 'NOMINATION' ? refuse('ALREADY_DECIDED') : (mayTake(item as unknown as PostItem) ?? refuse('POST_FULL'));

const endedWrites = (ids: PostRef, { nomination, reason }: Deciding, at: string, { repo }: Deps) =>
  reason === undefined
    ? [
        repo.nominations.moveWrite(ids, nomination, { to: 'held', at }),
        ...repo.posts.holdWrites(ids, nomination.personId),
      ]
    : [repo.nominations.moveWrite(ids, nomination, { to: 'declined', at, reason })];

export const decideNomination: Handle<'decideNomination'> = async ({ personId, confirm, reason, ...ids }, ctx) => {
  const { repo } = ctx;
  const [post, nomination] = await Promise.all([repo.posts.read(ids), repo.nominations.read(ids, personId)]);
  if (!post || !nomination) return refuse('NOT_FOUND');
  const deciding = { post, nomination, reason: confirm ? undefined : reason };
  const no = (await mayDecideNow(ids.communityId, deciding, ctx)) ?? (await mayEnd(ids.communityId, deciding, ctx));
  if (no) return recallAnswer(ctx, no);
  const [state, at] = [confirm ? ('held' as const) : ('declined' as const), ctx.now.toISOString()];
  const { postId } = ids;
  const data = { state, postId, toldId: personId };
  const event = { type: 'projects.nomination-decided', subject: postId, data, unlisted: true } as const;
  const done = await commit(ctx, endedWrites(ids, deciding, at, ctx), event, { postId, state, at });
  return isLost(done) ? recallAnswer(ctx, lostTo(done)) : done;
};
