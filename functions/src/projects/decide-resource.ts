import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { checkReason } from './check-reason';
import type { Handle } from './repo';

export const decideResource: Handle<'decideResource'> = async ({ communityId, resourceId, publish, reason }, ctx) => {
  const { repo } = ctx;
  const resource = await repo.resources.read(communityId, resourceId);
  if (!resource) return refuse('NOT_FOUND');
  if (resource.state !== 'waiting') return recallAnswer(ctx, refuse('ALREADY_DECIDED'));
  const why = publish ? undefined : reason;
  const risky = await checkReason(resource.title, why, ctx);
  if (risky) return risky;
  const [state, at] = [publish ? ('open' as const) : ('declined' as const), ctx.now.toISOString()];
  const write = repo.resources.moveWrite(communityId, resource, { to: state, at, reason: why });
  const event = { type: 'projects.resource-decided', subject: resourceId, data: { state, unitId: resource.unitId } };
  const done = await commit(ctx, [write], event, { resourceId, state, at });
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
