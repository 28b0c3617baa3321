import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkReason } from './check-reason';
import type { Handle } from './repo';

export const decideNeed: Handle<'decideNeed'> = async ({ communityId, needId, publish, reason }, ctx) => {
  const { repo } = ctx;
  const need = await repo.needs.read(communityId, needId);
  if (!need) return refuse('NOT_FOUND');
  if (need.state !== 'waiting') return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const why = publish ? undefined : reason;
  const risky = await checkReason(need.title, why, ctx);
  if (risky) return risky;
  const [state, at] = [publish ? ('open' as const) : ('declined' as const), ctx.now.toISOString()];
  const write = repo.needs.moveWrite(communityId, need, { to: state, at, reason: why });
  const event = { type: 'projects.need-decided', subject: needId, data: { state, needId, authorId: need.authorId } };
  const done = await commit(ctx, [write], event, { needId, state, at });
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
