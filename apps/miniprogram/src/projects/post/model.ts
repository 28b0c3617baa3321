import type { Post } from '@gongzhi/shared/projects/post';

/** The one thing at the bottom of a post: ask for it, take the asking back, or give it up. */
export const primaryOf = (
  { state, slots, taken, mine }: Pick<Post, 'state' | 'slots' | 'taken' | 'mine'>,
  member: boolean,
): 'nominate' | 'takeBack' | 'giveUp' | undefined => {
  if (!member) return undefined;
  if (mine === 'held') return 'giveUp';
  if (mine === 'asked') return 'takeBack';
  return state === 'open' && taken < slots ? 'nominate' : undefined;
};
