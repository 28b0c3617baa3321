import { periodAt } from '@gongzhi/shared/kernel/periods';
import { findEvaluation } from './find-evaluation';
import type { Handle } from './repo';

/** Nothing is said of an evaluation to whoever is not asked: neither that there is one nor that there is none. */
export const findWord: Handle<'findWord'> = async ({ communityId, wishId }, ctx) => {
  const by = { wishId, residentId: ctx.caller.personId };
  const served = await ctx.servings.servedFor(communityId, by);
  if (!served || served.personId === by.residentId) return {};
  const { every } = await ctx.repo.settings.rule(communityId);
  const of = { communityId, memberId: served.personId, period: periodAt(served.at, every) };
  const found = (await findEvaluation(of, ctx)) && !(await ctx.repo.evaluations.hasWord(of, by));
  return found ? { asked: { memberId: of.memberId, period: of.period } } : {};
};
