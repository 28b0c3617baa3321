import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const withdrawAgreement: Handle<'withdrawAgreement'> = async ({ agreementId, reason, ...unit }, ctx) => {
  const found = await ctx.repo.units.agreement(unit, agreementId);
  if (!found) return refuse('NOT_FOUND');
  if (found.withdrawn) return recallAnswer(ctx, refuse('ALREADY_DONE'));
  const words = await checkWords({ title: '共建协议', text: reason }, ctx);
  if (isRefusal(words)) return words;
  const answer = { agreementId, at: ctx.now.toISOString() };
  const event = { type: 'units.agreement-withdrawn', subject: unit.unitId, data: { agreementId } };
  const write = ctx.repo.units.withdrawWrite(unit, agreementId, { at: answer.at, reason });
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
