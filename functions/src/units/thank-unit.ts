import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayTakePart } from '@gongzhi/shared/units/rules';
import { checkWords } from '../kernel/check-words';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const thankUnit: Handle<'thankUnit'> = async ({ words: text, ...unit }, ctx) => {
  const found = await ctx.repo.units.read(unit);
  if (!found) return refuse('NOT_FOUND');
  const no = mayTakePart(found);
  if (no) return no;
  const words = await checkWords({ title: found.name, text }, ctx);
  if (isRefusal(words)) return words;
  const thanksId = ctx.id();
  const answer = { thanksId, at: ctx.now.toISOString() };
  const event = { type: 'units.unit-thanked', subject: unit.unitId, data: { thanksId } };
  const writes = [ctx.repo.units.openCheck(unit), ctx.repo.units.thankWrite(unit, thanksId, text, answer.at)];
  const done = await commit(ctx, writes, event, answer);
  return isLost(done) ? refuse('UNIT_CLOSED') : done;
};
