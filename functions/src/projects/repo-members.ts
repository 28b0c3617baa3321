import { PROJECTS } from '@gongzhi/shared/projects/rule-sets';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';
import { projectKey, type ProjectRef } from './repo-projects';

/** `name` only where the member wished to be named. */
interface MemberItem {
  sk: string;
  name?: string;
}
const memberKey = ({ communityId, projectId }: ProjectRef, personId: string) => ({
  pk: `${communityId}#m#${projectId}`,
  sk: personId,
});

export const repoMembers = ({ table: TableName, getAll, page }: Pages) => ({
  list: (project: ProjectRef, cursor: string | undefined) =>
    page<MemberItem>({ pk: memberKey(project, '').pk, newestFirst: false, cursor }),
  /** Which of these projects somebody is in. */
  mine: async (projects: readonly ProjectRef[], personId: string): Promise<ReadonlySet<string>> => {
    const lookup = await getAll(
      projects.map((project) => memberKey(project, personId)),
      { consistent: true },
    );
    const joined = projects.filter((project) => lookup(memberKey(project, personId)));
    return new Set(joined.map(({ projectId }) => projectId));
  },
  joinWrites: (project: ProjectRef, personId: string, name: string | undefined): Write[] => [
    {
      Put: {
        TableName,
        Item: { ...memberKey(project, personId), ...(name === undefined ? {} : { name }) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
      lost: 'JOINED',
    },
    changeItem(TableName, projectKey(project), {
      to: 'ADD #members :one',
      when: '#members < :most AND #state IN (:gathering, :underway)',
      lost: 'PROJECT',
      values: {
        ...{ ':one': 1, ':most': PROJECTS.mostMembers.value },
        ...{ ':gathering': 'gathering', ':underway': 'underway' },
      },
    }),
  ],
  leaveWrites: (project: ProjectRef, personId: string): Write[] => [
    {
      Delete: { TableName, Key: memberKey(project, personId), ConditionExpression: 'attribute_exists(pk)' },
      lost: 'LEFT',
    },
    changeItem(TableName, projectKey(project), {
      to: 'ADD #members :less',
      when: 'attribute_exists(#pk)',
      lost: 'GONE',
      values: { ':less': -1 },
    }),
  ],
});
