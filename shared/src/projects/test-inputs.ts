import type { projects } from './contract';

/** Requests of every route, as a person or a phone sends them, with everything that may be given. For tests. */
export const id = (n: number) => `01JE00000000000000000000${String(n).padStart(2, '0')}`;
export const communityId = '310104005001';
export const at = '2026-11-27T02:00:00.000Z';
const need = { communityId, needId: id(1) };
const resource = { communityId, resourceId: id(2) };
const project = { communityId, projectId: id(3) };
const post = { communityId, postId: id(4) };
const listed = { communityId, cursor: 'c' };
export const plan = { title: '共享会议室', about: '每月\n一次', needId: id(1), resourceIds: [id(2), id(5)] };

export type Name = keyof typeof projects;
export const GOOD: Record<Name, Record<string, unknown>> = {
  ...{ listNeeds: listed, listMyNeeds: listed, listWaitingNeeds: listed, printNeeds: { communityId } },
  postNeed: { communityId, title: '借一间会议室', kind: 'place', about: '每月一次', amount: '1 间' },
  ...{ readNeed: need, closeNeed: need, decideNeed: { ...need, publish: false, reason: '重复了' } },
  ...{ listResources: listed, listWaitingResources: listed, listUnitResources: { ...listed, unitId: id(6) } },
  offerResource: { communityId, title: '会议室', kind: 'place', about: '能坐 20 人', when: '周末' },
  ...{ closeResource: resource, decideResource: { ...resource, publish: false, reason: '写不清楚' } },
  ...{ listProjects: listed, listUnitProjects: { ...listed, unitId: id(6) }, readProject: project },
  startProject: { communityId, plan },
  ...{ joinProject: { ...project, named: false }, leaveProject: project },
  ...{ listProjectMembers: { ...project, cursor: 'c' }, listSteps: { ...project, cursor: 'c' } },
  listService: { ...project, cursor: 'c' },
  ...{ tellStep: { ...project, words: '谈好了' }, finishProject: { ...project, words: '用上了' } },
  cancelProject: { ...project, words: '没有人手' },
  ...{ readPostClasses: { communityId }, setPostClasses: { communityId, names: ['治安巡逻', '应急支援'] } },
  ...{ listPosts: listed, readPost: post, closePost: post, listHolders: { ...post, cursor: 'c' } },
  addPost: { communityId, className: '治安巡逻', title: '夜间巡逻', about: '走一圈', slots: 2, needId: id(1) },
  ...{ nominate: post, giveUpPost: post, listMyNominations: listed, listNominations: listed },
  decideNomination: { ...post, personId: id(7), confirm: false, reason: '人在外地' },
};
