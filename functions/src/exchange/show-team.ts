import type { Team } from '@gongzhi/shared/exchange/teams';
import { minutesShown } from '@gongzhi/shared/exchange/teams';
import type { TeamItem } from './repo-teams';

/** A team as a page sees it. */
export const showTeam = (item: TeamItem, mine: boolean): Team => {
  const { sk: teamId, name, about, members, closedAt } = item;
  return { teamId, name, about, members, ...minutesShown(item), mine, ...(closedAt ? { closedAt } : {}) };
};
