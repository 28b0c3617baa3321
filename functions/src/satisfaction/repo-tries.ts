import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Tries } from '@gongzhi/shared/satisfaction/code-tries';
import type { Pages } from '../kernel/pages';

/** Whose wrong codes are counted. `who`: a seal of the worker, or the community. */
export interface InTries {
  communityId: string;
  who: string;
}
const keyOf = ({ communityId, who }: InTries) => ({ pk: `${communityId}#tries`, sk: who });

const MORE = { UpdateExpression: 'ADD #wrong :one', ConditionExpression: '#window = :window' };
const FIRST = {
  UpdateExpression: 'SET #window = :window, #wrong = :one',
  ConditionExpression: 'attribute_not_exists(#window) OR #window < :window',
};

export const repoTries = ({ client, table: TableName, get }: Pages) => {
  const change = async (ids: InTries, window: number, how: typeof MORE): Promise<boolean> => {
    const names = { '#window': 'window', '#wrong': 'wrong' };
    const values = { ':window': window, ':one': 1 };
    const Key = keyOf(ids);
    const what = { TableName, Key, ...how, ExpressionAttributeNames: names, ExpressionAttributeValues: values };
    try {
      await client.send(new UpdateCommand(what));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    read: (ids: InTries) => get<Tries>(keyOf(ids)),
    /** Counts a wrong code in its window. One item for each who types, whatever the window; who loses the first of one to another adds to it. */
    count: async (ids: InTries, window: number): Promise<void> => {
      for (const how of [MORE, FIRST, MORE]) if (await change(ids, window, how)) return;
    },
  };
};
