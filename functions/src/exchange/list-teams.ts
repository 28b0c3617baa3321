import type { Handle } from './repo';
import { showTeam } from './show-team';

export const listTeams: Handle<'listTeams'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.teams.list(communityId, cursor);
  const refs = items.map(({ sk: teamId }) => ({ communityId, teamId }));
  const mine = caller ? await repo.teams.mine(refs, caller.personId) : new Set();
  return { items: items.map((item) => showTeam(item, mine.has(item.sk))), next };
};
