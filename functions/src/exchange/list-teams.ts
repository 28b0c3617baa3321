import type { Handle } from './repo';
import { showTeam } from './show-team';

/** Whoever is in a team that was closed still sees it, to leave it; a page may so be shorter, and costs the same. */
export const listTeams: Handle<'listTeams'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.teams.list(communityId, cursor);
  const refs = items.map(({ sk: teamId }) => ({ communityId, teamId }));
  const mine = caller ? await repo.teams.mine(refs, caller.personId) : new Set();
  const shown = items.filter(({ sk, closedAt }) => closedAt === undefined || mine.has(sk));
  return { items: shown.map((item) => showTeam(item, mine.has(item.sk))), next };
};
