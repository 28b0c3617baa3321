import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { metered } from './meter';
import { createPartyLog, readingsPk, type Reading } from './party-log';

let engine: TestTables;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  engine = await startTables(['party']);
  client = createDocumentClient(engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});
const READING: Reading = {
  ...{ communityId: '310105000001', readerId: 'secretary', as: 'secretary', what: 'branch' },
  now: new Date('2026-11-27T15:59:00.000Z'),
};
const readingsOf = async (personId: string) => {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: 'party',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': readingsPk(READING.communityId, personId) },
    }),
  );
  return (Items ?? []).map(({ sk, as, times }) => [sk, as, times]);
};

test('a reading is one line a reader, China’s day and thing, however often; each costs a write unit', async () => {
  const log = createPartyLog(client, 'party');
  const { units } = await metered(() => log(READING, ['a', 'b']));
  expect(units.write).toBe(2);
  await log(READING, ['a']);
  await log({ ...READING, now: new Date('2026-11-27T16:00:00.000Z') }, ['a']);
  await log({ ...READING, what: 'record' }, ['a']);
  await log({ ...READING, readerId: 'worker', as: 'worker', what: 'waiting' }, ['a']);
  expect(await readingsOf('a')).toEqual([
    ['2026-11-27#secretary#branch', 'secretary', 2],
    ['2026-11-27#secretary#record', 'secretary', 1],
    ['2026-11-27#worker#waiting', 'worker', 1],
    ['2026-11-28#secretary#branch', 'secretary', 1],
  ]);
  expect(await readingsOf('b')).toEqual([['2026-11-27#secretary#branch', 'secretary', 1]]);
});

test('whoever reads their own is not told of it; eight at once are counted eight times; what cannot be written is thrown', async () => {
  const log = createPartyLog(client, 'party');
  await log({ ...READING, readerId: 'self' }, ['self', 'c']);
  expect(await readingsOf('self')).toEqual([]);
  await Promise.all(Array.from({ length: 8 }, () => log(READING, ['d'])));
  expect(await readingsOf('d')).toEqual([['2026-11-27#secretary#branch', 'secretary', 8]]);
  await expect(createPartyLog(client, 'nowhere')(READING, ['e'])).rejects.toThrow();
});
