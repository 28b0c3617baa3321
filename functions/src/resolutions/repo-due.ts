import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Pages } from '../kernel/pages';
import type { ResolutionItem } from './repo-resolutions';
import { idsOf, type Ids, type TaskItem } from './repo-tasks';

/** Where something is to be found by time; made from the item it tells of, never read by itself. */
interface DueItem extends Key {
  version: number;
  gpk?: string;
  gsk?: string;
  opk?: string;
  osk?: string;
  epk?: 'ends';
  esk?: string;
}
/** Index rows of one look for what has ended. */
const LOOKED_AT = 100;

const dueKey = (communityId: string, proposalId: string, what: string): Key => ({
  pk: `${communityId}#due`,
  sk: `${proposalId}#${what}`,
});
const isOpen = ({ state }: TaskItem) => state !== 'done' && state !== 'accepted';

/** Where a task is to be found: open ones by their due date and by their owner, done ones by the end of the answering. */
export const dueOfTask = (task: TaskItem): DueItem => {
  const { communityId, proposalId, taskId } = idsOf(task);
  const at = `${task.dueAt}#${taskId}`;
  const { personId } = task.owner;
  return {
    ...dueKey(communityId, proposalId, taskId),
    version: task.version,
    ...(isOpen(task) ? { gpk: `${communityId}#open`, gsk: at } : {}),
    ...(isOpen(task) && personId ? { opk: `${communityId}#owner#${personId}`, osk: at } : {}),
    ...(task.state === 'done' && task.answersUntil ? { epk: 'ends', esk: task.answersUntil } : {}),
  };
};

/** When the clock has to look at a resolution: at the opening of its review, then at its end. */
export const dueOfResolution = ({
  communityId,
  sk,
  version,
  review,
  openedAt,
  reviewedAt,
}: ResolutionItem): DueItem => ({
  ...dueKey(communityId, sk, 'review'),
  version,
  ...(review && !reviewedAt ? { epk: 'ends', esk: openedAt ? review.closesAt : review.opensAt } : {}),
});

const foundIn = ({ pk, sk }: Key): Ids => {
  const [proposalId = '', taskId = ''] = sk.split('#');
  return { communityId: pk.split('#')[0] ?? '', proposalId, taskId };
};

export const repoDue = ({ client, table: TableName, page }: Pages) => ({
  /** Keeps it unless a later version is kept already: records may come twice and late. */
  keep: async (due: DueItem): Promise<void> => {
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: due,
          ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
          ExpressionAttributeValues: { ':version': due.version },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  openTasks: async (communityId: string, cursor: string | undefined) => {
    const { items, next } = await page<Key>({ pk: `${communityId}#open`, newestFirst: false, cursor, index: 'byDue' });
    return { items: items.map(foundIn), next };
  },
  tasksOf: async (communityId: string, personId: string, cursor: string | undefined) => {
    const pk = `${communityId}#owner#${personId}`;
    const by = ['opk', 'osk'] as const;
    const { items, next } = await page<Key>({ pk, newestFirst: false, cursor, index: 'byOwner', by });
    return { items: items.map(foundIn), next };
  },
  /** What has ended by `now`, the earliest first; `taskId` is `review` for a review. The index may lag: the tick looks again. */
  ended: async (now: Date): Promise<Ids[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: 'byEnd',
        KeyConditionExpression: 'epk = :ends AND esk <= :now',
        ExpressionAttributeValues: { ':ends': 'ends', ':now': now.toISOString() },
        Limit: LOOKED_AT,
      }),
    );
    return (Items as Key[]).map(foundIn);
  },
});
