import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const changeTeam: Handle<'changeTeam'> = async ({ communityId, teamId, ...plan }, ctx) => {
  const team = { communityId, teamId };
  if (!(await ctx.repo.teams.read(team))) return refuse('NOT_FOUND');
  const event = { type: 'exchange.team-changed', subject: `team/${teamId}`, data: { teamId } };
  const answer = { teamId, at: ctx.now.toISOString() };
  const done = await commit(ctx, [ctx.repo.teams.changeWrite(team, plan)], event, answer);
  return isLost(done) ? refuse('TEAM_CLOSED') : done;
};
