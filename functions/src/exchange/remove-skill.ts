import { commit } from '../kernel/commit';
import type { Handle } from './repo';

export const removeSkill: Handle<'removeSkill'> = async ({ communityId, skill }, ctx) => {
  const { personId } = ctx.caller;
  const answer = { at: ctx.now.toISOString() };
  const writes = ctx.repo.skills.removeWrites({ communityId, personId }, skill);
  const event = { type: 'exchange.skill-removed', subject: `skills/${personId}` };
  return (await commit(ctx, writes, event, answer)) as typeof answer;
};
