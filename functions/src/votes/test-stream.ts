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
  const deliver = async (key: Key) => {
    const item = await read(key);
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
  const stream = (key: Key) => (line = line.then(() => deliver(key)));
  /** A ballot that was just cast reaches the stream: once in order of casting for each unit, also when several are cast at once. */
  const follow = async (voteId: string, unitId: string) => {
    const key = ballotKey(communityId, voteId, unitId);
    const at = ((await read(key))?.['casts'] as number | undefined) ?? 0;
    // another call has it under way
    if (followed.get(`${key.pk}|${unitId}`) === at) return void (await line);
    followed.set(`${key.pk}|${unitId}`, at);
    await stream(key);
  };
  return { stream, follow };
};
