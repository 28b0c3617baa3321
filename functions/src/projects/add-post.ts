import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { SHOWN_NEEDS } from '@gongzhi/shared/projects/rules';
import { checkWords } from '../kernel/check-words';
import { commit } from '../kernel/commit';
import { classesOf } from './read-post-classes';
import type { Handle } from './repo';

/** A post may be set by a need that is published, also when a project is made of it too. */
export const addPost: Handle<'addPost'> = async ({ communityId, ...plan }, ctx) => {
  const { repo } = ctx;
  const { names } = await classesOf(communityId, ctx);
  if (!names.includes(plan.className)) return refuse('CLASS_UNKNOWN');
  const need = plan.needId === undefined ? undefined : await repo.needs.read(communityId, plan.needId);
  if (plan.needId !== undefined && !(need && need.state !== 'done' && SHOWN_NEEDS.includes(need.state)))
    return refuse('NEED_SHUT');
  const words = await checkWords({ title: plan.title, text: `${plan.title}\n${plan.about}` }, ctx);
  if (isRefusal(words)) return words;
  const [postId, at] = [ctx.id(), ctx.now.toISOString()];
  const answer = { postId, state: 'open' as const, at };
  const write = repo.posts.addWrite({ communityId, postId }, { ...plan, taken: 0, state: 'open', at });
  const event = { type: 'projects.post-added', subject: postId, data: { slots: plan.slots } };
  return (await commit(ctx, [write], event, answer)) as typeof answer;
};
