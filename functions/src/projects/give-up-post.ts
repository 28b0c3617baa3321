import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const giveUpPost: Handle<'giveUpPost'> = async (post, ctx) => {
  const { repo, caller } = ctx;
  const mine = await repo.nominations.read(post, caller.personId);
  if (mine?.state !== 'asked' && mine?.state !== 'held') return recallAnswer(ctx, refuse('NOT_FOUND'));
  const answer = { postId: post.postId, state: 'given' as const, at: ctx.now.toISOString() };
  const writes = [
    repo.nominations.moveWrite(post, mine, { to: 'given', at: answer.at }),
    ...(mine.state === 'held' ? repo.posts.freeWrites(post, caller.personId) : []),
  ];
  const data = { held: mine.state === 'held' };
  const event = { type: 'projects.post-given-up', subject: post.postId, data, unlisted: true } as const;
  const done = await commit(ctx, writes, event, answer);
  return isLost(done) ? recallAnswer(ctx, refuse('NOT_FOUND')) : done;
};
