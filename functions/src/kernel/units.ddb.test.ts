import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { contactKey, createUnits, unitKey } from './units';

const [HERE, THERE] = ['310105012001', '310105012002'];
const [UNIT, ANN, BOB] = ['01JD0000000000000000VN1T10', '01JD00000000000000000ANN10', '01JD00000000000000000B0B10'];
let engine: TestTables;
let client: DynamoDBDocumentClient;
const put = (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName: 'units', Item }));

beforeAll(async () => {
  engine = await startTables(['units']);
  client = createDocumentClient(engine.endpoint);
  const profile = { name: '市第三医院', kind: 'hospital', where: 'here', about: '内科门诊', contacts: 1 };
  await put({ ...unitKey(HERE, UNIT), ...profile });
  await put({ ...contactKey(HERE, ANN), unitId: UNIT, at: '2026-11-27T02:00:00.000Z' });
  await put({ ...contactKey(HERE, BOB), unitId: UNIT, at: '2026-11-27T02:00:00.000Z', ended: true });
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

test('a unit is found in its own community only, and without what others have no need of', async () => {
  const units = createUnits(client, 'units');
  expect(await units.unit(HERE, UNIT)).toEqual({ name: '市第三医院', kind: 'hospital', where: 'here' });
  expect([await units.unit(THERE, UNIT), await units.unit(HERE, ANN)]).toEqual([undefined, undefined]);
});

test('whoever speaks for a unit is found, until they no longer do', async () => {
  const { unitOf } = createUnits(client, 'units');
  expect(await Promise.all([unitOf(HERE, ANN), unitOf(HERE, BOB), unitOf(THERE, ANN), unitOf(HERE, UNIT)])).toEqual([
    ...[UNIT, undefined, undefined, undefined],
  ]);
});
