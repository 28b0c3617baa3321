import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showTeam } from './show-team';

export const readTeam: Handle<'readTeam'> = async (team, { repo, caller }) => {
  const item = await repo.teams.read(team);
  if (!item) return refuse('NOT_FOUND');
  const mine = caller ? await repo.teams.mine([team], caller.personId) : new Set();
  return showTeam(item, mine.has(team.teamId));
};
