import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const closePost: Handle<'closePost'> = async (post, ctx) => {
  const item = await ctx.repo.posts.read(post);
  if (!item) return refuse('NOT_FOUND');
  if (item.state !== 'open') return recallAnswer(ctx, refuse('POST_SHUT'));
  const answer = { postId: post.postId, state: 'closed' as const, at: ctx.now.toISOString() };
  const change = {
    to: 'SET #state = :closed',
    when: '#state = :open',
    lost: 'SHUT',
    values: { ':closed': 'closed', ':open': 'open' },
  };
  const event = { type: 'projects.post-closed', subject: post.postId, data: { taken: item.taken } };
  const done = await commit(ctx, [ctx.repo.posts.changeWrite(post, change)], event, answer);
  return isLost(done) ? refuse('POST_SHUT') : done;
};
