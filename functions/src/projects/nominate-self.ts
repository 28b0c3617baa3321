import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayNominate } from '@gongzhi/shared/projects/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const nominateSelf: Handle<'nominate'> = async (post, ctx) => {
  const { repo, party, caller } = ctx;
  const [item, member, before] = await Promise.all([
    repo.posts.read(post),
    party.member(post.communityId, caller.personId),
    repo.nominations.read(post, caller.personId),
  ]);
  if (!item) return refuse('NOT_FOUND');
  const no = mayNominate(item, { member: member !== undefined, mine: before?.state });
  if (no || !member) return recallAnswer(ctx, no ?? refuse('NOT_PARTY'));
  const [{ personId }, at] = [caller, ctx.now.toISOString()];
  const asked = { personId, branchId: member.branchId, title: item.title, state: 'asked' as const, at };
  // who nominates themself is a member: the ids in the event's data would tell it, so it names the post alone
  const event = { type: 'projects.nominated', subject: post.postId, unlisted: true } as const;
  const answer = { postId: post.postId, state: 'asked' as const, at };
  const done = await commit(ctx, [repo.nominations.askWrite(post, asked)], event, answer);
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
