import { MOST_MEMBERS, MOST_TEAMS } from '@gongzhi/shared/exchange/rule-sets';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

export const joinTeam: Handle<'joinTeam'> = async ({ communityId, teamId, named }, ctx) => {
  const { repo, caller } = ctx;
  const [team, owner] = [
    { communityId, teamId },
    { communityId, personId: caller.personId },
  ];
  if (!(await repo.teams.read(team))) return refuse('NOT_FOUND');
  const writes = [
    ...repo.teams.joinWrites(team, caller.personId, named ? caller.displayName : undefined),
    repo.accounts.teamWrite(owner, teamId, 'ADD'),
  ];
  const event = {
    type: 'exchange.team-joined',
    subject: `team/${teamId}`,
    data: { teamId, personId: caller.personId },
    unlisted: true,
  } as const;
  const done = await commit(ctx, writes, event, { teamId, at: ctx.now.toISOString() });
  if (!isLost(done)) return done;
  if (done.lost === 'JOINED') return refuse('ALREADY_DONE');
  if (done.lost === 'TEAMS') return refuse('TEAMS_OUT', { most: MOST_TEAMS });
  return done.item?.['closedAt'] ? refuse('TEAM_CLOSED') : refuse('TEAM_FULL', { most: MOST_MEMBERS });
};
