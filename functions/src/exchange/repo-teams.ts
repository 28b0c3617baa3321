import { MOST_MEMBERS } from '@gongzhi/shared/exchange/rule-sets';
import type { TeamPlan } from '@gongzhi/shared/exchange/teams';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

export interface TeamRef {
  communityId: string;
  teamId: string;
}
export interface TeamItem {
  pk: string;
  sk: string;
  name: string;
  about: string;
  members: number;
  minutes: number;
  closedAt?: string;
}
/** `name` only where the member wished to be named. */
interface MemberItem {
  sk: string;
  name?: string;
}

const OPEN = 'attribute_exists(#pk) AND attribute_not_exists(#closedAt)';
const teamKey = ({ communityId, teamId }: TeamRef) => ({ pk: `${communityId}#teams`, sk: teamId });
const memberKey = ({ communityId, teamId }: TeamRef, personId: string) => ({
  pk: `${communityId}#m#${teamId}`,
  sk: personId,
});

export const repoTeams = ({ table: TableName, get, getAll, page }: Pages) => ({
  read: (team: TeamRef) => get<TeamItem>(teamKey(team)),
  list: (communityId: string, cursor: string | undefined) =>
    page<TeamItem>({ pk: `${communityId}#teams`, newestFirst: true, cursor }),
  members: (team: TeamRef, cursor: string | undefined) =>
    page<MemberItem>({ pk: memberKey(team, '').pk, newestFirst: false, cursor }),
  /** Which of these teams somebody is in. */
  mine: async (teams: readonly TeamRef[], personId: string): Promise<ReadonlySet<string>> => {
    const lookup = await getAll(
      teams.map((team) => memberKey(team, personId)),
      { consistent: true },
    );
    return new Set(teams.filter((team) => lookup(memberKey(team, personId))).map(({ teamId }) => teamId));
  },
  addWrite: (team: TeamRef, plan: TeamPlan): Write => ({
    Put: { TableName, Item: { ...teamKey(team), ...plan, members: 0, minutes: 0 } },
  }),
  /** Those of these teams that are open. */
  open: async (communityId: string, teamIds: readonly string[]): Promise<string[]> => {
    if (teamIds.length === 0) return [];
    const keyOf = (teamId: string) => teamKey({ communityId, teamId });
    const lookup = await getAll(teamIds.map(keyOf), { consistent: true });
    return teamIds.filter((teamId) => lookup<TeamItem>(keyOf(teamId))?.closedAt === undefined);
  },
  changeWrite: (team: TeamRef, { name, about }: TeamPlan): Write =>
    changeItem(TableName, teamKey(team), {
      to: 'SET #name = :name, #about = :about',
      when: OPEN,
      lost: 'CLOSED',
      values: { ':name': name, ':about': about },
    }),
  closeWrite: (team: TeamRef, at: string): Write =>
    changeItem(TableName, teamKey(team), {
      to: 'SET #closedAt = :at',
      when: OPEN,
      lost: 'CLOSED',
      values: { ':at': at },
    }),
  joinWrites: (team: TeamRef, personId: string, name: string | undefined): Write[] => [
    {
      Put: {
        TableName,
        Item: { ...memberKey(team, personId), ...(name === undefined ? {} : { name }) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'JOINED',
    },
    changeItem(TableName, teamKey(team), {
      to: 'ADD #members :one',
      when: `${OPEN} AND #members < :most`,
      lost: 'FULL',
      values: { ':one': 1, ':most': MOST_MEMBERS },
    }),
  ],
  leaveWrites: (team: TeamRef, personId: string): Write[] => [
    {
      Delete: { TableName, Key: memberKey(team, personId), ConditionExpression: 'attribute_exists(pk)' },
      lost: 'LEFT',
    },
    changeItem(TableName, teamKey(team), {
      to: 'ADD #members :less',
      when: 'attribute_exists(#pk)',
      lost: 'GONE',
      values: { ':less': -1 },
    }),
  ],
  /** Hours a member gave, or that were taken back, for each team they counted for. */
  countWrites: (communityId: string, teamIds: readonly string[], minutes: number): Write[] =>
    minutes === 0
      ? []
      : teamIds.map((teamId) => ({
          Update: {
            TableName,
            Key: teamKey({ communityId, teamId }),
            UpdateExpression: 'ADD minutes :minutes',
            ExpressionAttributeValues: { ':minutes': minutes },
          },
        })),
});
