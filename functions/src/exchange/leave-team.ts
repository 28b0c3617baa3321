import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const leaveTeam: Handle<'leaveTeam'> = async ({ communityId, teamId }, ctx) => {
  const { repo, caller } = ctx;
  const { personId } = caller;
  const writes = [
    ...repo.teams.leaveWrites({ communityId, teamId }, personId),
    repo.accounts.teamWrite({ communityId, personId }, teamId, 'DELETE'),
  ];
  const data = { teamId, personId };
  const event = { type: 'exchange.team-left', subject: `team/${teamId}`, data, unlisted: true } as const;
  const done = await commit(ctx, writes, event, { teamId, at: ctx.now.toISOString() });
  return isLost(done) ? refuse('NOT_FOUND') : done;
};
