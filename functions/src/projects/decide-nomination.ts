import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayDecide, mayTake } from '@gongzhi/shared/projects/rules';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkReason } from './check-reason';
import type { Deps, Handle } from './repo';
import type { NominationItem } from './repo-nominations';
import type { PostItem } from './repo-posts';

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

export const decideNomination: Handle<'decideNomination'> = async ({ personId, confirm, reason, ...ids }, ctx) => {
  const { repo } = ctx;
  const { communityId, postId } = ids;
  const [post, nomination] = await Promise.all([repo.posts.read(ids), repo.nominations.read(ids, personId)]);
  if (!post || !nomination) return refuse('NOT_FOUND');
  const deciding = { post, nomination, reason: confirm ? undefined : reason };
  const no = (await mayDecideNow(communityId, deciding, ctx)) ?? (await mayEnd(communityId, deciding, ctx));
  if (no) return recallAnswer(ctx, no);
  const [state, at] = [confirm ? ('held' as const) : ('declined' as const), ctx.now.toISOString()];
  const writes = [
    repo.nominations.moveWrite(ids, nomination, { to: state, at, reason: deciding.reason }),
    ...(confirm ? repo.posts.holdWrites(ids, personId) : []),
  ];
  const event = { type: 'projects.nomination-decided', subject: postId, data: { state }, unlisted: true } as const;
  const done = await commit(ctx, writes, event, { postId, state, at });
  if (!isLost(done)) return done;
  if (done.lost === 'NOMINATION') return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  return mayTake(done.item as unknown as PostItem) ?? refuse('POST_FULL');
};
