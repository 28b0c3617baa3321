import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Skill, Skilled, Team, TeamMember, TeamPlan } from './teams';

const HERE = [...ROLES] as readonly Role[];
const inCommunity = { communityId: CommunityId };
const ofTeam = { ...inCommunity, teamId: Id };
const cursor = z.optional(Cursor);
const SkillReceipt = z.strictObject({ at: Instant });
const TeamReceipt = z.strictObject({ teamId: Id, at: Instant });

export const teams = defineContract({
  readSkills: {
    summary: 'What the caller said they can do',
    method: 'GET',
    path: '/exchange/{communityId}/skills',
    access: HERE,
    input: z.strictObject(inCommunity),
    output: z.strictObject({ skills: z.array(Skill) }),
    refusals: [],
  },
  addSkill: {
    summary: 'Say that one can do something; workers who look for help then find one',
    method: 'PUT',
    path: '/exchange/{communityId}/skills/{skill}',
    access: HERE,
    input: z.strictObject({ ...inCommunity, skill: Skill }),
    output: SkillReceipt,
    refusals: [],
  },
  removeSkill: {
    summary: 'Take back that one can do something; it is found no more',
    method: 'DELETE',
    path: '/exchange/{communityId}/skills/{skill}',
    access: HERE,
    input: z.strictObject({ ...inCommunity, skill: Skill }),
    output: SkillReceipt,
    refusals: [],
  },
  listSkilled: {
    summary: 'Who said that they can do something, in no order of merit',
    method: 'GET',
    path: '/exchange/{communityId}/skills/{skill}/people',
    access: ['worker'],
    input: z.strictObject({ ...inCommunity, skill: Skill, cursor }),
    output: pageOf(Skilled),
    refusals: [],
  },
  listTeams: {
    summary: 'Teams of the community, the newest first; none stands above another; a closed one only for its members',
    method: 'GET',
    path: '/exchange/{communityId}/teams',
    access: 'public',
    input: z.strictObject({ ...inCommunity, cursor }),
    output: pageOf(Team),
    refusals: [],
  },
  addTeam: {
    summary: 'Found a team',
    method: 'POST',
    path: '/exchange/{communityId}/teams',
    access: ['worker'],
    input: z.strictObject({ ...inCommunity, ...TeamPlan.shape }),
    output: TeamReceipt,
    refusals: [],
  },
  readTeam: {
    summary: 'A team with what it is for and the hours it gave together',
    method: 'GET',
    path: '/exchange/{communityId}/teams/{teamId}',
    access: 'public',
    input: z.strictObject(ofTeam),
    output: Team,
    refusals: ['NOT_FOUND'],
  },
  changeTeam: {
    summary: 'Change what a team is called and what it is for; members and hours stay',
    method: 'PUT',
    path: '/exchange/{communityId}/teams/{teamId}',
    access: ['worker'],
    input: z.strictObject({ ...ofTeam, ...TeamPlan.shape }),
    output: TeamReceipt,
    refusals: ['NOT_FOUND', 'TEAM_CLOSED'],
  },
  closeTeam: {
    summary:
      'Close a team for good: nobody joins it, hours count for it no more, and only its members still see it listed',
    method: 'DELETE',
    path: '/exchange/{communityId}/teams/{teamId}',
    access: ['worker'],
    input: z.strictObject(ofTeam),
    output: TeamReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DONE'],
  },
  listTeamMembers: {
    summary: 'Members of a team who wished to be named, without hours',
    method: 'GET',
    path: '/exchange/{communityId}/teams/{teamId}/members',
    access: HERE,
    input: z.strictObject({ ...ofTeam, cursor }),
    output: pageOf(TeamMember),
    refusals: [],
  },
  joinTeam: {
    summary: 'Join a team, named to its visitors or not',
    method: 'PUT',
    path: '/exchange/{communityId}/teams/{teamId}/membership',
    access: HERE,
    input: z.strictObject({ ...ofTeam, named: z.boolean() }),
    output: TeamReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DONE', 'TEAM_CLOSED', 'TEAM_FULL', 'TEAMS_OUT'],
  },
  leaveTeam: {
    summary: 'Leave a team; the hours given with it stay',
    method: 'DELETE',
    path: '/exchange/{communityId}/teams/{teamId}/membership',
    access: HERE,
    input: z.strictObject(ofTeam),
    output: TeamReceipt,
    refusals: ['NOT_FOUND'],
  },
});
