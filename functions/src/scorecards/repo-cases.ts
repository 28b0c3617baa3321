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
  const idsUnder = async (pk: string): Promise<string[]> => {
    const ids: string[] = [];
    await each<Key>(pk, (items) => ids.push(...items.map(({ sk }) => sk)));
    return ids;
  };
  return {
    addTask: async (communityId: string, quarter: string, { taskId, dueAt }: { taskId: string; dueAt: string }) => {
      await setLater(taskKey(communityId, taskId), 'dueAt', dueAt);
      await put({ pk: duePk(communityId, quarter), sk: taskId });
    },
    finishTask: (communityId: string, taskId: string, at: string) =>
      setLater(taskKey(communityId, taskId), 'doneAt', at),
    sendTaskBack: (communityId: string, taskId: string, at: string) =>
      setLater(taskKey(communityId, taskId), 'sentBackAt', at),
    addPassed: (communityId: string, quarter: string, matterId: string) =>
      put({ pk: passedPk(communityId, quarter), sk: matterId }),
    addRecorded: (communityId: string, matterId: string) => put(recordedKey(communityId, matterId)),
    /** Tasks whose first last day lay in a quarter. */
    tasks: async (communityId: string, quarter: string): Promise<{ due: number; onTime: number }> => {
      const keys = (await idsUnder(duePk(communityId, quarter))).map((taskId) => taskKey(communityId, taskId));
      const find = await getAll(keys, { consistent: true });
      return { due: keys.length, onTime: keys.filter((key) => isOnTime(find<TaskCase>(key) ?? {})).length };
    },
    /** Votes that passed in a quarter. */
    decisions: async (communityId: string, quarter: string): Promise<{ passed: number; recorded: number }> => {
      const keys = (await idsUnder(passedPk(communityId, quarter))).map((id) => recordedKey(communityId, id));
      const find = await getAll(keys, { consistent: true });
      return { passed: keys.length, recorded: keys.filter((key) => find(key)).length };
    },
  };
};
