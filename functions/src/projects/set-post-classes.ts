import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';

export const setPostClasses: Handle<'setPostClasses'> = async ({ communityId, names }, ctx) => {
  const words = await checkWords({ title: '岗位类别', text: names.join('\n') }, ctx);
  if (isRefusal(words)) return words;
  const answer = { at: ctx.now.toISOString() };
  const write = ctx.repo.posts.classesWrite(communityId, names, answer.at);
  const event = { type: 'projects.post-classes-set', subject: communityId, data: { count: names.length } };
  return (await commit(ctx, [write], event, answer)) as typeof answer;
};
