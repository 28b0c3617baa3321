import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayTakePart } from '@gongzhi/shared/units/rules';
import { checkWords } from '../kernel/check-words';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const closeUnit: Handle<'closeUnit'> = async ({ reason, ...unit }, ctx) => {
  const found = await ctx.repo.units.read(unit);
  if (!found) return refuse('NOT_FOUND');
  const no = mayTakePart(found);
  if (no) return recallAnswer(ctx, no);
  const words = await checkWords({ title: found.name, text: reason }, ctx);
  if (isRefusal(words)) return words;
  const answer = { unitId: unit.unitId, at: ctx.now.toISOString() };
  const event = { type: 'units.unit-closed', subject: unit.unitId };
  const done = await commit(ctx, [ctx.repo.units.closeWrite(unit, { at: answer.at, reason })], event, answer);
  return isLost(done) ? refuse('UNIT_CLOSED') : done;
};
