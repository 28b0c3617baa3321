import { commit } from '../kernel/commit';
import type { Handle } from './repo';

export const addTeam: Handle<'addTeam'> = async ({ communityId, ...plan }, ctx) => {
  const teamId = ctx.id();
  const answer = { teamId, at: ctx.now.toISOString() };
  const event = { type: 'exchange.team-founded', subject: `team/${teamId}`, data: { teamId } };
  return (await commit(ctx, [ctx.repo.teams.addWrite({ communityId, teamId }, plan)], event, answer)) as typeof answer;
};
