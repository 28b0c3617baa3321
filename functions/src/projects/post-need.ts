import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import type { NeedPlan } from '@gongzhi/shared/projects/model';
import { needBegins } from '@gongzhi/shared/projects/rules';
import { checkWords } from '../kernel/check-words';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';

const wordsOf = ({ title, about, amount = '' }: NeedPlan) => ({
  title,
  text: [title, about, amount].filter(Boolean).join('\n'),
});

export const postNeed: Handle<'postNeed'> = async ({ communityId, ...plan }, ctx) => {
  const { repo, caller } = ctx;
  const words = await checkWords(wordsOf(plan), ctx);
  if (isRefusal(words)) return words;
  const [needId, at] = [ctx.id(), ctx.now.toISOString()];
  const begins = needBegins(caller.roles, words.waits);
  const answer = { needId, state: begins.state, at };
  const write = repo.needs.postWrite(communityId, { sk: needId, ...plan, ...begins, authorId: caller.personId, at });
  const event = { type: 'projects.need-posted', subject: needId, data: { kind: plan.kind, ...begins } };
  return (await commit(ctx, [write], event, answer)) as typeof answer;
};
