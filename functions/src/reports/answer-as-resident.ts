import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { checkSaid } from './check-said';
import { findEvaluation } from './find-evaluation';
import type { Handle } from './repo';

/** Somebody whose wish was served says a few words; whoever was not learns nothing, not even whether there is an evaluation. */
export const answerAsResident: Handle<'answerAsResident'> = async ({ wishId, words, ...of }, ctx) => {
  const { communityId, memberId, period } = of;
  const residentId = ctx.caller.personId;
  const served = await ctx.servings.servedFor(communityId, { wishId, residentId });
  if (served?.personId !== memberId || residentId === memberId) return refuse('NOT_FOUND');
  if (!(await findEvaluation(of, ctx))) return refuse('EVALUATION_SHUT');
  const risky = await checkSaid('想说的话', words, ctx);
  if (risky) return risky;
  const write = ctx.repo.evaluations.residentWrite(of, { wishId, residentId }, words);
  const event = {
    type: 'reports.resident-answered',
    subject: `evaluations/${memberId}`,
    data: { memberId, period },
  };
  const done = await commit(ctx, [write], event, { memberId, period, at: ctx.now.toISOString() });
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
