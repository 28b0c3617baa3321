import type { Post } from '@gongzhi/shared/projects/post';
import type { Caller } from '../kernel/caller';
import type { Deps } from './repo';
import type { PostItem } from './repo-posts';

/** Posts as somebody sees them, with how their own nomination stands. */
export const showPosts = async (
  communityId: string,
  items: readonly PostItem[],
  { repo, caller }: Pick<Deps, 'repo'> & { caller: Caller | undefined },
): Promise<Post[]> => {
  const refs = items.map(({ sk: postId }) => ({ communityId, postId }));
  const mine = caller ? await repo.nominations.mine(refs, caller.personId) : new Map<string, never>();
  return items.map(({ sk: postId, className, title, about, slots, taken, state, needId, at }) => {
    const own = mine.get(postId);
    return {
      ...{ postId, className, title, about, slots, taken, state, at },
      ...(needId ? { needId } : {}),
      ...(own ? { mine: own } : {}),
    };
  });
};
