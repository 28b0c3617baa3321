import { commit } from '../kernel/commit';
import type { Handle } from './repo';

/** Which skill it is, neither event nor receipt says: what a person chose to tell stands on their own list only. */
export const addSkill: Handle<'addSkill'> = async ({ communityId, skill }, ctx) => {
  const { personId } = ctx.caller;
  const answer = { at: ctx.now.toISOString() };
  const writes = ctx.repo.skills.addWrites({ communityId, personId }, skill);
  const event = { type: 'exchange.skill-added', subject: `skills/${personId}` };
  return (await commit(ctx, writes, event, answer)) as typeof answer;
};
