import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { defineContract } from '@gongzhi/shared/kernel/contract';
import { Instant, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { HERE, inCommunity, listing } from './contract-needs';
import { Project, ProjectPlan, ProjectState, Step } from './project';

const ofProject = { ...inCommunity, projectId: Id };
const inProject = z.strictObject({ ...ofProject, cursor: z.optional(Cursor) });
const ProjectReceipt = z.strictObject({ projectId: Id, state: ProjectState, at: Instant });
const MemberReceipt = z.strictObject({ projectId: Id, at: Instant });

export const joint = defineContract({
  listProjects: {
    summary: 'Projects of the community, the newest first; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/projects',
    access: 'public',
    input: listing,
    output: pageOf(Project),
    refusals: [],
  },
  startProject: {
    summary:
      'Make a project of a need, of resources of units, or of both. Units: two for each KB and each unit that gives',
    method: 'POST',
    path: '/projects/{communityId}/projects',
    access: ['worker', 'branchSecretary'],
    input: z.strictObject({ ...inCommunity, plan: ProjectPlan }),
    output: ProjectReceipt,
    refusals: ['NEED_SHUT', 'RESOURCE_SHUT', 'TEXT_RISKY', 'WORDS_UNSURE'],
    units: 30,
  },
  readProject: {
    summary: 'A project; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/projects/{projectId}',
    access: 'public',
    input: z.strictObject(ofProject),
    output: Project,
    refusals: ['NOT_FOUND'],
  },
  joinProject: {
    summary: 'Join a project, named to its visitors or not. Units: the project is a KB or two, counted twice',
    method: 'PUT',
    path: '/projects/{communityId}/projects/{projectId}/membership',
    access: HERE,
    input: z.strictObject({ ...ofProject, named: z.boolean() }),
    output: MemberReceipt,
    refusals: ['NOT_FOUND', 'PROJECT_OVER', 'ALREADY_DONE', 'PROJECT_FULL'],
    units: 12,
  },
  leaveProject: {
    summary: 'Leave a project. Units: the project is a KB or two, counted twice',
    method: 'DELETE',
    path: '/projects/{communityId}/projects/{projectId}/membership',
    access: HERE,
    input: z.strictObject(ofProject),
    output: MemberReceipt,
    refusals: ['NOT_FOUND'],
    units: 12,
  },
  listProjectMembers: {
    summary: 'Members of a project who wished to be named',
    method: 'GET',
    path: '/projects/{communityId}/projects/{projectId}/members',
    access: HERE,
    input: inProject,
    output: pageOf(z.strictObject({ personId: Id, name: z.string() })),
    refusals: [],
  },
  tellStep: {
    summary: 'Tell a step of a project; the first one starts it. Units: two for each KB',
    method: 'POST',
    path: '/projects/{communityId}/projects/{projectId}/steps',
    access: HERE,
    input: z.strictObject({ ...ofProject, words: text(200, '进展') }),
    output: ProjectReceipt,
    refusals: ['NOT_FOUND', 'NOT_PROJECT_LEAD', 'PROJECT_OVER', 'TEXT_RISKY', 'WORDS_UNSURE'],
    units: 14,
  },
  listSteps: {
    summary: 'Steps of a project, the newest first; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/projects/{projectId}/steps',
    access: 'public',
    input: inProject,
    output: pageOf(Step),
    refusals: [],
  },
  finishProject: {
    summary: 'A project is done, with what came of it; its need with it. Units: two for each KB and the need',
    method: 'POST',
    path: '/projects/{communityId}/projects/{projectId}/result',
    access: HERE,
    input: z.strictObject({ ...ofProject, words: text(500, '结果') }),
    output: ProjectReceipt,
    refusals: ['NOT_FOUND', 'NOT_PROJECT_LEAD', 'PROJECT_OVER', 'TEXT_RISKY', 'WORDS_UNSURE'],
    units: 20,
  },
  cancelProject: {
    summary: 'Call a project off, with the reason; its need is open again. Units: two for each KB and the need',
    method: 'POST',
    path: '/projects/{communityId}/projects/{projectId}/cancellation',
    access: HERE,
    input: z.strictObject({ ...ofProject, words: text(100, '原因') }),
    output: ProjectReceipt,
    refusals: ['NOT_FOUND', 'NOT_PROJECT_LEAD', 'PROJECT_OVER', 'TEXT_RISKY', 'WORDS_UNSURE'],
    units: 20,
  },
  listUnitProjects: {
    summary: 'Projects a unit gave something to, the newest first; anybody may look',
    method: 'GET',
    path: '/projects/{communityId}/units/{unitId}/projects',
    access: 'public',
    input: z.strictObject({ ...inCommunity, unitId: Id, cursor: z.optional(Cursor) }),
    output: pageOf(Project),
    refusals: [],
  },
  listService: {
    summary:
      'Activities of volunteers for a project or a post (its id), those planned last first; their words are theirs',
    method: 'GET',
    path: '/projects/{communityId}/service/{projectId}',
    access: 'public',
    input: inProject,
    output: pageOf(z.strictObject({ activityId: Id, at: Instant })),
    refusals: [],
  },
});
