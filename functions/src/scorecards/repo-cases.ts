import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Key, Pages } from '../kernel/pages';

/** A task as far as it is counted; each instant is the latest of its kind. */
interface TaskCase {
  /** The last day that was promised first: more time does not move it. */
  dueAt?: string;
  doneAt?: string;
  sentBackAt?: string;
}
/** A task as it was told. `promise`: made after a survey, by no decision. */
interface TaskTold {
  taskId: string;
  dueAt: string;
  promise?: true | undefined;
}
const taskKey = (communityId: string, taskId: string): Key => ({ pk: `${communityId}#tasks`, sk: taskId });
const recordedKey = (communityId: string, matterId: string): Key => ({ pk: `${communityId}#recorded`, sk: matterId });
const duePk = (communityId: string, quarter: string) => `${communityId}#due#${quarter}`;
const passedPk = (communityId: string, quarter: string) => `${communityId}#passed#${quarter}`;

/** Finished by its last day, and not sent back since. */
const isOnTime = ({ dueAt, doneAt, sentBackAt = '' }: TaskCase): boolean =>
  dueAt !== undefined && doneAt !== undefined && doneAt < dueAt && sentBackAt < doneAt;

export const repoCases = ({ client, table: TableName, getAll, each }: Pages) => {
  const put = async (Item: Key & object) => void (await client.send(new PutCommand({ TableName, Item })));
  /** Events come in any order: only a later instant takes the place of an earlier one. */
  const setLater = async (Key: Key, name: keyof TaskCase, at: string) => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET #name = :at',
          ConditionExpression: 'attribute_not_exists(#name) OR #name < :at',
          ExpressionAttributeNames: { '#name': name },
          ExpressionAttributeValues: { ':at': at },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
  const under = async (pk: string): Promise<(Key & Pick<TaskTold, 'promise'>)[]> => {
    const found: (Key & Pick<TaskTold, 'promise'>)[] = [];
    await each<Key>(pk, (items) => found.push(...items));
    return found;
  };
  return {
    addTask: async (communityId: string, quarter: string, { taskId, dueAt, promise }: TaskTold) => {
      await setLater(taskKey(communityId, taskId), 'dueAt', dueAt);
      await put({ pk: duePk(communityId, quarter), sk: taskId, ...(promise ? { promise } : {}) });
    },
    finishTask: (communityId: string, taskId: string, at: string) =>
      setLater(taskKey(communityId, taskId), 'doneAt', at),
    sendTaskBack: (communityId: string, taskId: string, at: string) =>
      setLater(taskKey(communityId, taskId), 'sentBackAt', at),
    addPassed: (communityId: string, quarter: string, matterId: string) =>
      put({ pk: passedPk(communityId, quarter), sk: matterId }),
    addRecorded: (communityId: string, matterId: string) => put(recordedKey(communityId, matterId)),
    /** Tasks whose first last day lay in a quarter: of decisions and of promises, or of decisions alone. */
    tasks: async (
      communityId: string,
      quarter: string,
      { promises }: { promises: boolean },
    ): Promise<{ due: number; onTime: number }> => {
      const told = (await under(duePk(communityId, quarter))).filter(({ promise }) => promises || !promise);
      const keys = told.map(({ sk }) => taskKey(communityId, sk));
      const find = await getAll(keys, { consistent: true });
      return { due: keys.length, onTime: keys.filter((key) => isOnTime(find<TaskCase>(key) ?? {})).length };
    },
    /** Votes that passed in a quarter. */
    decisions: async (communityId: string, quarter: string): Promise<{ passed: number; recorded: number }> => {
      const keys = (await under(passedPk(communityId, quarter))).map(({ sk }) => recordedKey(communityId, sk));
      const find = await getAll(keys, { consistent: true });
      return { passed: keys.length, recorded: keys.filter((key) => find(key)).length };
    },
  };
};
