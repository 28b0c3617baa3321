import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { mayAnswerFollowUp, mayTake } from '@gongzhi/shared/satisfaction/rules';
import { checkWords } from '../kernel/check-words';
import { recallAnswer } from '../kernel/recall-answer';
import { moveFollowUp } from './move-follow-up';
import type { Handle } from './repo';

export const takeFollowUp: Handle<'takeFollowUp'> = async (ids, ctx) => {
  const { caller, now, repo } = ctx;
  const answer = { followUpId: ids.followUpId, at: now.toISOString() };
  const taken = await moveFollowUp(ids, { repo, ctxOf: () => ctx }, (seen) => {
    const change = { responsibleId: caller.personId };
    return mayTake(seen, caller) ?? { change, answer, event: { type: 'satisfaction.follow-up-taken' } };
  });
  return isRefusal(taken) ? recallAnswer(ctx, taken) : taken;
};

export const answerFollowUp: Handle<'answerFollowUp'> = async ({ did, ...ids }, ctx) => {
  const { caller, now, repo } = ctx;
  const checked = await checkWords({ title: '办理情况', text: did }, ctx);
  if (isRefusal(checked)) return checked;
  const at = now.toISOString();
  const answered = await moveFollowUp(ids, { repo, ctxOf: () => ctx }, (seen) => {
    const change = { state: 'answered' as const, answeredAt: at, turns: [...(seen?.turns ?? []), { at, did }] };
    const event = { type: 'satisfaction.follow-up-answered', data: { late: at >= (seen?.dueAt ?? at) } };
    return mayAnswerFollowUp(seen, caller) ?? { change, event, answer: { followUpId: ids.followUpId, at } };
  });
  return isRefusal(answered) ? recallAnswer(ctx, answered) : answered;
};
