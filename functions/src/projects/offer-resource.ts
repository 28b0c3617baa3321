import { isRefusal, refuse } from '@gongzhi/shared/kernel/refusals';
import type { ResourcePlan } from '@gongzhi/shared/projects/model';
import { checkWords } from '../kernel/check-words';
import { commit } from '../kernel/commit';
import type { Handle } from './repo';

const wordsOf = ({ title, about, when = '' }: ResourcePlan) => ({
  title,
  text: [title, about, when].filter(Boolean).join('\n'),
});

/** The unit’s own words stand at once; what the content check is not sure of a worker reads first. */
export const offerResource: Handle<'offerResource'> = async ({ communityId, ...plan }, ctx) => {
  const { repo, units, caller } = ctx;
  const unitId = await units.unitOf(communityId, caller.personId);
  const unit = unitId === undefined ? undefined : await units.unit(communityId, unitId);
  if (!unit || unitId === undefined) return refuse('NO_UNIT_YET');
  const words = await checkWords(wordsOf(plan), ctx);
  if (isRefusal(words)) return words;
  const [resourceId, at] = [ctx.id(), ctx.now.toISOString()];
  const state = words.waits ? ('waiting' as const) : ('open' as const);
  const answer = { resourceId, state, at };
  const item = { sk: resourceId, ...plan, unitId, unitName: unit.name, at, state };
  const event = { type: 'projects.resource-offered', subject: resourceId, data: { kind: plan.kind, unitId, state } };
  return (await commit(ctx, [repo.resources.offerWrite(communityId, item)], event, answer)) as typeof answer;
};
