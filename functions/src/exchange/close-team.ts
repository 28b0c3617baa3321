import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

/** Members stay members until they leave: what they gave together is not undone by its end. */
export const closeTeam: Handle<'closeTeam'> = async (team, ctx) => {
  const { teamId } = team;
  if (!(await ctx.repo.teams.read(team))) return refuse('NOT_FOUND');
  const at = ctx.now.toISOString();
  const event = { type: 'exchange.team-closed', subject: `team/${teamId}`, data: { teamId } };
  const done = await commit(ctx, [ctx.repo.teams.closeWrite(team, at)], event, { teamId, at });
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
