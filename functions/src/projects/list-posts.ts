import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showPosts } from './show-posts';

export const listPosts: Handle<'listPosts'> = async ({ communityId, cursor }, ctx) => {
  const { items, next } = await ctx.repo.posts.list(communityId, cursor);
  return { items: await showPosts(communityId, items, ctx), next };
};

export const readPost: Handle<'readPost'> = async (post, ctx) => {
  const item = await ctx.repo.posts.read(post);
  const [shown] = item ? await showPosts(post.communityId, [item], ctx) : [];
  return shown ?? refuse('NOT_FOUND');
};
