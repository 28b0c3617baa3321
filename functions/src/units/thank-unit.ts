import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { checkWords } from '../kernel/check-words';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';

export const thankUnit: Handle<'thankUnit'> = async ({ words: text, ...unit }, ctx) => {
  const found = await ctx.repo.units.read(unit);
  if (!found) return refuse('NOT_FOUND');
  const words = await checkWords({ title: found.name, text }, ctx);
  if (isRefusal(words)) return words;
  const thanksId = ctx.id();
  const answer = { thanksId, at: ctx.now.toISOString() };
  const event = { type: 'units.unit-thanked', subject: unit.unitId, data: { thanksId } };
  const write = ctx.repo.units.thankWrite(unit, thanksId, text, answer.at);
  return (await commit(ctx, [write], event, answer)) as typeof answer;
};
