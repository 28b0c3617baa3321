import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import { mayTakePart } from '@gongzhi/shared/units/rules';
import { checkWords } from '../kernel/check-words';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const addAgreement: Handle<'addAgreement'> = async ({ plan, ...unit }, ctx) => {
  const found = await ctx.repo.units.read(unit);
  if (!found) return refuse('NOT_FOUND');
  const no = mayTakePart(found);
  if (no) return no;
  const words = await checkWords({ title: found.name, text: plan.about }, ctx);
  if (isRefusal(words)) return words;
  const agreementId = ctx.id();
  const answer = { agreementId, at: ctx.now.toISOString() };
  const { from, until } = plan;
  const event = { type: 'units.agreement-recorded', subject: unit.unitId, data: { agreementId, from, until } };
  const writes = [
    ctx.repo.units.openCheck(unit),
    ctx.repo.units.agreeWrite(unit, agreementId, { ...plan, at: answer.at }),
  ];
  const done = await commit(ctx, writes, event, answer);
  return isLost(done) ? refuse('UNIT_CLOSED') : done;
};
