import type { ProjectState } from '@gongzhi/shared/projects/project';
import { changeItem, type Change } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';

export interface ProjectItem extends Key {
  title: string;
  about: string;
  leadId: string;
  state: ProjectState;
  at: string;
  needId?: string;
  resources: { resourceId: string; title: string; unitId: string; unitName: string }[];
  members: number;
  steps: number;
  result?: string;
  endedAt?: string;
}
interface StepItem extends Key {
  words: string;
  at: string;
}
export interface ProjectRef {
  communityId: string;
  projectId: string;
}
export const projectKey = ({ communityId, projectId }: ProjectRef) => ({
  pk: `${communityId}#projects`,
  sk: projectId,
});
const stepsPk = ({ communityId, projectId }: ProjectRef) => `${communityId}#s#${projectId}`;
const givenPk = (communityId: string, unitId: string) => `${communityId}#g#${unitId}`;
const servicePk = ({ communityId, projectId }: ProjectRef) => `${communityId}#a#${projectId}`;

export const repoProjects = ({ table: TableName, get, getAll, page }: Pages) => ({
  read: (project: ProjectRef) => get<ProjectItem>(projectKey(project)),
  list: (communityId: string, cursor: string | undefined) =>
    page<ProjectItem>({ pk: projectKey({ communityId, projectId: '' }).pk, newestFirst: true, cursor }),
  ofUnit: async (communityId: string, unitId: string, cursor: string | undefined) => {
    const { items: given, next } = await page<Key>({ pk: givenPk(communityId, unitId), newestFirst: true, cursor });
    const keys = given.map(({ sk: projectId }) => projectKey({ communityId, projectId }));
    const found = await getAll(keys, { consistent: false });
    return { items: keys.flatMap((key) => found<ProjectItem>(key) ?? []), next };
  },
  /** The project, and a mark for each unit that gives something to it. */
  startWrites: (project: ProjectRef, item: Omit<ProjectItem, keyof Key>): Write[] => [
    { Put: { TableName, Item: { ...item, ...projectKey(project) } } },
    ...[...new Set(item.resources.map(({ unitId }) => unitId))].map((unitId) => ({
      Put: { TableName, Item: { pk: givenPk(project.communityId, unitId), sk: project.projectId } },
    })),
  ],
  changeWrite: (project: ProjectRef, change: Change): Write => changeItem(TableName, projectKey(project), change),
  steps: (project: ProjectRef, cursor: string | undefined) =>
    page<StepItem>({ pk: stepsPk(project), newestFirst: true, cursor }),
  stepWrite: (project: ProjectRef, sk: string, words: string, at: string): Write => ({
    Put: { TableName, Item: { pk: stepsPk(project), sk, words, at } },
  }),
  service: (project: ProjectRef, cursor: string | undefined) =>
    page<Key & { at: string }>({ pk: servicePk(project), newestFirst: true, cursor }),
  serviceItem: (project: ProjectRef, activityId: string, at: string) => ({
    TableName,
    Item: { pk: servicePk(project), sk: activityId, at },
  }),
});
