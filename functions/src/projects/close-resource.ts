import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayCloseResource } from '@gongzhi/shared/projects/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';

export const closeResource: Handle<'closeResource'> = async ({ communityId, resourceId }, ctx) => {
  const { repo, caller, units } = ctx;
  const [resource, unitId] = await Promise.all([
    repo.resources.read(communityId, resourceId),
    units.unitOf(communityId, caller.personId),
  ]);
  if (!resource) return refuse('NOT_FOUND');
  const no = mayCloseResource(resource, { roles: caller.roles, unitId });
  if (no) return recallAnswer(ctx, no);
  const answer = { resourceId, state: 'closed' as const, at: ctx.now.toISOString() };
  const write = repo.resources.moveWrite(communityId, resource, { to: 'closed', at: answer.at });
  const event = { type: 'projects.resource-closed', subject: resourceId, data: { unitId: resource.unitId } };
  const done = await commit(ctx, [write], event, answer);
  return isLost(done) ? refuse('RESOURCE_SHUT') : done;
};
