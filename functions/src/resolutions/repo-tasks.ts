import type { Step, TaskHead } from '@gongzhi/shared/resolutions/model';
import { MOST_TASKS } from '@gongzhi/shared/kernel/task';
import type { FollowUp } from '@gongzhi/shared/resolutions/rule-sets';
import type { Write } from '../kernel/commit';
import type { Lookup, Pages } from '../kernel/pages';

export interface Ids {
  communityId: string;
  proposalId: string;
  taskId: string;
}
/** How a task stands. `rule`: what its results are answered by, fixed when it was finished. */
export interface TaskItem extends Omit<TaskHead, 'taskId' | 'proposalId'> {
  pk: string;
  sk: string;
  version: number;
  rule?: Pick<FollowUp, 'authorAlone' | 'sendBackSupporters' | 'secondsPerSupporter'>;
}
export type TaskState = Omit<TaskItem, 'pk' | 'sk' | 'version'>;
interface StepItem extends Omit<Step, 'stepId'> {
  sk: string;
}

export const taskKey = ({ communityId, proposalId, taskId }: Ids) => ({
  pk: `${communityId}#m#${proposalId}`,
  sk: `task#${taskId}`,
});
const wordsKey = (ids: Ids) => ({ pk: taskKey(ids).pk, sk: `words#${ids.taskId}` });
const stepsPk = ({ communityId, proposalId, taskId }: Ids) => `${communityId}#m#${proposalId}#t#${taskId}`;

/** The ids in a task's key. */
export const idsOf = ({ pk, sk }: { pk: string; sk: string }): Ids => {
  const [communityId = '', , proposalId = ''] = pk.split('#');
  return { communityId, proposalId, taskId: sk.slice('task#'.length) };
};

export const repoTasks = ({ table: TableName, get, getAll, page, under }: Pages) => ({
  task: (ids: Ids) => get<TaskItem>(taskKey(ids)),
  /** A task and its words, strongly consistent. */
  whole: async (ids: Ids): Promise<{ task: TaskItem; what: string } | undefined> => {
    const lookup = await getAll([taskKey(ids), wordsKey(ids)], { consistent: true });
    const task = lookup<TaskItem>(taskKey(ids));
    return task && { task, what: lookup<{ what: string }>(wordsKey(ids))?.what ?? '' };
  },
  /** Every task of a matter, strongly consistent: at most MOST_TASKS. */
  all: async (communityId: string, proposalId: string): Promise<TaskItem[]> =>
    (await under({
      pk: `${communityId}#m#${proposalId}`,
      prefix: 'task#',
      limit: MOST_TASKS,
    })) as TaskItem[],
  /** Tasks named by an index, in its order; one that is gone is left out. */
  named: async (all: readonly Ids[]): Promise<TaskItem[]> => {
    const lookup: Lookup = await getAll(all.map(taskKey), { consistent: false });
    return all.map((ids) => lookup<TaskItem>(taskKey(ids))).filter((task) => task !== undefined);
  },
  addWrites: (ids: Ids, task: TaskState, what: string): Write[] => [
    { Put: { TableName, Item: { ...taskKey(ids), ...task, version: 1 } } },
    { Put: { TableName, Item: { ...wordsKey(ids), what } } },
  ],
  /** The task as it shall be, if it still is as it was seen; another that came between loses with MOVED and its item. */
  moveWrite: (seen: TaskItem, change: Partial<TaskState>): Write => ({
    Put: {
      TableName,
      Item: { ...seen, ...change, version: seen.version + 1 },
      ConditionExpression: 'version = :seen',
      ExpressionAttributeValues: { ':seen': seen.version },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    lost: 'MOVED',
  }),
  stepWrite: (ids: Ids, { stepId, ...step }: Step): Write => ({
    Put: { TableName, Item: { pk: stepsPk(ids), sk: stepId, ...step } },
  }),
  steps: async (ids: Ids, cursor: string | undefined) => {
    const { items, next } = await page<StepItem & { pk?: string }>({ pk: stepsPk(ids), newestFirst: true, cursor });
    return { items: items.map(({ pk: _pk, sk: stepId, ...step }): Step => ({ stepId, ...step })), next };
  },
});
