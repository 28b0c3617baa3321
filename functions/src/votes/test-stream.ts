import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { createCursors } from '../kernel/cursor';
import { followStream } from './count-turnout';
import { createRepo } from './repo';
import { ballotKey } from './repo-ballots';

interface Key {
  pk: string;
  sk: string;
}
let sequence = 0n;

/** The table's stream for tests: what was just written reaches its function, one record after another. */
export const testStream = (plain: DynamoDBDocumentClient, communityId: string) => {
  const followed = new Map<string, number>();
  let line: Promise<unknown> = Promise.resolve();
  const read = async (table: Key) =>
    (await plain.send(new GetCommand({ TableName: 'votes', Key: table, ConsistentRead: true }))).Item;
  const deliver = async (key: Key, item: Awaited<ReturnType<typeof read>>) => {
    sequence += 1n;
    const dynamodb = {
      SequenceNumber: String(sequence),
      Keys: marshall(key) as never,
      ...(item ? { NewImage: marshall(item) as never } : {}),
    };
    const repo = createRepo(plain, 'votes', createCursors(''));
    await followStream({ repo })({ Records: [{ eventName: 'MODIFY' as const, dynamodb }] });
  };
  /** Hands an item of the table to the stream's function as it stands now, one after another as a stream does. */
  const stream = (key: Key) => (line = line.then(async () => deliver(key, await read(key))));
  /** A ballot that was just cast reaches the stream: once in order of casting for each unit, also when several are cast at once. */
  const follow = (voteId: string, unitId: string) =>
    (line = line.then(async () => {
      const key = ballotKey(communityId, voteId, unitId);
      const item = await read(key);
      const at = (item?.['casts'] as number | undefined) ?? 0;
      // another call has handed it on already
      if (!item || followed.get(`${key.pk}|${unitId}`) === at) return;
      followed.set(`${key.pk}|${unitId}`, at);
      await deliver(key, item);
    }));
  return { stream, follow };
};
