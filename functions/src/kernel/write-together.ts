import { randomUUID } from 'node:crypto';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Busy, type Lost, type Write } from './commit';
import { isPassing, reasonsOf, untilSettled } from './conflicts';

/** Which condition was lost, if any; undefined while it may be different in a moment. */
const lostIn = (error: unknown, writes: readonly Write[]): { settled: Lost } | undefined => {
  const reasons = reasonsOf(error);
  const index = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
  if (index < 0 && !reasons.some(isPassing)) throw error;
  if (index < 0) return undefined;
  const item = reasons[index]?.Item;
  return {
    settled: { lost: writes[index]?.lost ?? 'CONDITION', ...(item ? { item: unmarshall(item as never) } : {}) },
  };
};

/**
 * Writes items in one transaction that leaves no event: what is its own record, or must not be known to have happened.
 * @returns nothing when it is done, or the condition that no longer held. @throws Busy
 */
export const writeTogether = async (
  client: DynamoDBDocumentClient,
  what: string,
  writes: readonly Write[],
): Promise<Lost | undefined> => {
  const TransactItems = writes.map(({ lost: _, ...item }) => item);
  const token = randomUUID();
  const done = await untilSettled<Lost | undefined>(async () => {
    try {
      await client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: token }));
      return { settled: undefined };
    } catch (error) {
      return lostIn(error, writes);
    }
  });
  if (!done) throw new Busy(what);
  return done.settled;
};
