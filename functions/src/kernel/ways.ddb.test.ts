import { PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { wayOf } from './way-of';
import { createWays, rulesKey, wayKey, type WayItem } from './ways';

const [COMMUNITY, PROPOSAL] = ['310105000001', '01JD0000000000000000000001'];
const way: WayItem = {
  ...{ procedureId: 'owners-2021-1', chosen: true, numbers: { notice: 20 }, rulesVersion: 2, evidence: {} },
  ...{ raised: 0, answered: 0, rev: 4 },
};
const matter = { supports: 5, threshold: 5 };
let engine: TestTables;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  engine = await startTables(['procedures']);
  client = createDocumentClient(engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});
const put = (Item: object) => client.send(new PutCommand({ TableName: 'procedures', Item: { ...Item } }));
const still = async (found: Awaited<ReturnType<ReturnType<typeof createWays>['read']>>) => {
  const { lost: _, ...check } = createWays(client, 'procedures').stillCheck(COMMUNITY, PROPOSAL, found);
  return client.send(new TransactWriteCommand({ TransactItems: [check] })).then(
    () => true,
    () => false,
  );
};

it('reads the way and the community’s numbers together; while there are none the usual ones hold', async () => {
  const ways = createWays(client, 'procedures');
  const nothing = await ways.read(COMMUNITY, PROPOSAL);
  expect(nothing).toEqual({ way: undefined, rules: undefined });
  expect(wayOf(nothing, matter)).toMatchObject({
    ...{ procedure: { name: '社区议事会' }, facts: { numbers: { heard: 1, publicity: 3, result: 3 } } },
  });
  expect(await still(nothing)).toBe(true);
  await put({
    ...rulesKey(COMMUNITY),
    version: 1,
    own: { 'community-council-2026-1/publicity': 9 },
    source: 's',
    at: 'a',
  });
  expect(wayOf(await ways.read(COMMUNITY, PROPOSAL), matter).facts.numbers['publicity']).toBe(9);
  await put({ ...wayKey(COMMUNITY, PROPOSAL), ...way });
  expect(await still(nothing)).toBe(false);
  const found = await ways.read(COMMUNITY, PROPOSAL);
  expect(wayOf(found, matter)).toMatchObject({ procedure: { name: '业主大会' }, facts: { numbers: { notice: 20 } } });
  expect(await still(found)).toBe(true);
  await put({ ...wayKey(COMMUNITY, PROPOSAL), ...way, rev: 5 });
  expect(await still(found)).toBe(false);
});
it('a way by a procedure this version does not know is an error, not a guess', () => {
  const found = { way: { ...way, procedureId: 'owners-2031-1' }, rules: undefined };
  expect(() => wayOf(found, matter)).toThrow('owners-2031-1');
});
