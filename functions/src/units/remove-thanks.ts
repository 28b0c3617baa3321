import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const removeThanks: Handle<'removeThanks'> = async ({ thanksId, reason, ...unit }, ctx) => {
  const found = await ctx.repo.units.thank(unit, thanksId);
  if (!found) return refuse('NOT_FOUND');
  if (found.removed) return recallAnswer(ctx, refuse('ALREADY_DONE'));
  const words = await checkWords({ title: '社区的感谢', text: reason }, ctx);
  if (isRefusal(words)) return words;
  const answer = { thanksId, at: ctx.now.toISOString() };
  const event = { type: 'units.thanks-removed', subject: unit.unitId, data: { thanksId } };
  const write = ctx.repo.units.removeWrite(unit, thanksId, { at: answer.at, reason });
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
