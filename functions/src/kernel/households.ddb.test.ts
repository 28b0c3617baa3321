import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { buildingsKey, createHouseholds } from './households';
import { metered } from './meter';

const HERE = '310104013001';
const THERE = '310104013002';
let engine: TestTables;
let client: ReturnType<typeof createDocumentClient>;

beforeAll(async () => {
  engine = await startTables(['directory']);
  client = createDocumentClient(engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const idsFrom = (start: number, count: number) =>
  Array.from({ length: count }, (_, i) => String(start + i).padStart(26, '0'));
const putBuilding = (communityId: string, building: string, ids: string[]) =>
  client.send(
    new PutCommand({
      TableName: 'directory',
      Item: { pk: buildingsKey(communityId), sk: building, building, ids: new Set(ids) },
    }),
  );

test('a community without a roll has no households', async () => {
  expect(await createHouseholds(client, 'directory').idsOf('310104013009')).toEqual([]);
});

test('the ids of all buildings come together, sorted, and none of a neighbouring community', async () => {
  await putBuilding(HERE, 'b', idsFrom(0, 3));
  await putBuilding(HERE, 'a', idsFrom(100, 2));
  await putBuilding(THERE, 'a', idsFrom(500, 2));
  expect(await createHouseholds(client, 'directory').idsOf(HERE)).toEqual([...idsFrom(0, 3), ...idsFrom(100, 2)]);
});

test('a roll longer than one page of DynamoDB (1 MB) is read to its end', async () => {
  const big = '310104013003';
  for (let b = 0; b < 22; b += 1) await putBuilding(big, `b${b}`, idsFrom(b * 2_000, 2_000));
  const ids = await createHouseholds(client, 'directory').idsOf(big);
  expect(ids).toHaveLength(44_000);
  expect(new Set(ids).size).toBe(44_000);
});

test('three thousand households are read for less than thirty units', async () => {
  const community = '310104013004';
  for (let b = 0; b < 30; b += 1) await putBuilding(community, `b${b}`, idsFrom(b * 100, 100));
  const { value, units } = await metered(() => createHouseholds(client, 'directory').idsOf(community));
  expect(value).toHaveLength(3_000);
  expect(units.read).toBeLessThanOrEqual(30);
  expect(units.write).toBe(0);
});
