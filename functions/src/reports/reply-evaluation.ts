import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { checkSaid } from './check-said';
import type { Handle } from './repo';

export const replyEvaluation: Handle<'replyEvaluation'> = async ({ communityId, period, words }, ctx) => {
  const of = { communityId, period, memberId: ctx.caller.personId };
  if (!(await ctx.repo.evaluations.read(of))) return refuse('NOT_FOUND');
  const risky = await checkSaid('回应', words, ctx);
  if (risky) return risky;
  const at = ctx.now.toISOString();
  const write = ctx.repo.evaluations.replyWrite(of, { at, words });
  const event = {
    type: 'reports.evaluation-replied',
    subject: `evaluations/${of.memberId}`,
    data: { memberId: of.memberId, period },
  };
  const done = await commit(ctx, [write], event, { period, at });
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
