import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Access, Role } from '@gongzhi/shared/kernel/contract';
import { createCallers, memberKey, personKey, type Callers, type MemberItem } from './caller';
import { Busy } from './commit';
import { createDocumentClient } from './ddb';
import { metered } from './meter';

const HERE = '110101001001';
const NEXT_DOOR = '110101001002';
const STREET = '110101001';
const tables = { identity: 'identity', directory: 'directory' };
const STAFF: Access = ['worker', 'supervisor'];

let engine: TestTables;
let client: DynamoDBDocumentClient;
let callers: Callers;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory']);
  client = createDocumentClient(engine.endpoint);
  callers = createCallers(client, tables);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

const put = (TableName: string, Item: object) => client.send(new PutCommand({ TableName, Item: { ...Item } }));
const person = (id: string, consents: Record<string, string> = { privacy: '1' }, validFrom = 100) =>
  put('identity', { ...personKey(id), validFrom, consents });
const member = (scope: string, id: string, roles: Role[], more: Partial<MemberItem> = {}) =>
  put('directory', { ...memberKey(scope, id), roles, displayName: `${id} in ${scope}`, ...more });
const read = (personId: string, scope: string | undefined, access: Access = 'person', issuedAt = 100) =>
  callers.read({ personId, sessionId: 's1', issuedAt }, scope, access);

it('a person without a scope has no roles, only consents', async () => {
  await person('a', { privacy: '2', phone: '1' });
  expect(await read('a', undefined)).toEqual({
    personId: 'a',
    sessionId: 's1',
    roles: [],
    displayName: '',
    consents: expect.arrayContaining(['privacy', 'phone']) as string[],
  });
});

it('a member has the roles, name and household of the community in the path, and of no other', async () => {
  await person('b');
  await member(HERE, 'b', ['resident', 'chair'], { householdId: 'h1' });
  await member(NEXT_DOOR, 'b', ['worker']);
  expect(await read('b', HERE)).toMatchObject({
    roles: ['resident', 'chair'],
    displayName: `b in ${HERE}`,
    householdId: 'h1',
  });
  expect(await read('b', NEXT_DOOR)).toMatchObject({ roles: ['worker'], displayName: `b in ${NEXT_DOOR}` });
  expect(await read('b', NEXT_DOOR)).not.toHaveProperty('householdId');
});

it('a supervisor of the street is one in its communities, where the route knows supervisors', async () => {
  await person('c');
  await member(STREET, 'c', ['supervisor']);
  expect(await read('c', HERE, STAFF)).toMatchObject({ roles: ['supervisor'], displayName: `c in ${STREET}` });
  expect(await read('c', STREET, STAFF)).toMatchObject({ roles: ['supervisor'] });
  expect(await read('c', '110101002001', STAFF)).toMatchObject({ roles: [] });
  expect(await read('c', HERE, ['worker'])).toMatchObject({ roles: [] });
});

it('no other role reaches down from the street', async () => {
  await person('d');
  await member(STREET, 'd', ['worker', 'chair']);
  expect(await read('d', HERE, STAFF)).toMatchObject({ roles: [] });
});

it('roles of community and street come together, each once', async () => {
  await person('e');
  await member(HERE, 'e', ['worker', 'supervisor'], { householdId: 'h2' });
  await member(STREET, 'e', ['supervisor']);
  expect(await read('e', HERE, STAFF)).toMatchObject({
    roles: ['worker', 'supervisor'],
    displayName: `e in ${HERE}`,
    householdId: 'h2',
  });
});

it('a change of roles holds on the next request', async () => {
  await person('f');
  await member(HERE, 'f', ['worker']);
  expect(await read('f', HERE)).toMatchObject({ roles: ['worker'] });
  await member(HERE, 'f', []);
  expect(await read('f', HERE)).toMatchObject({ roles: [] });
});

it.each([
  [100, 99, 'ended'],
  [100, 100, 'g'],
  [100, 101, 'g'],
])('where tokens are valid from %i, one of %i belongs to: %s', async (validFrom, issuedAt, who) => {
  await person('g', {}, validFrom);
  const caller = await read('g', undefined, 'person', issuedAt);
  expect(caller === 'ended' ? caller : caller.personId).toBe(who);
});

it('a person who is not there has no session', async () => expect(await read('nobody', HERE)).toBe('ended'));

it('costs one unit for each item looked for', async () => {
  await person('h');
  const cost = async (scope: string | undefined, access: Access) =>
    (await metered(() => read('h', scope, access))).units;
  expect([await cost(undefined, 'person'), await cost(HERE, 'person'), await cost(HERE, STAFF)]).toEqual(
    [1, 2, 3].map((n) => ({ read: n, write: 0 })),
  );
});

it('a table at its limit, which answers in part, makes a busy moment and signs nobody out', async () => {
  const inPart = {
    send: async () => ({ Responses: {}, UnprocessedKeys: { identity: { Keys: [personKey('a')] } } }),
  } as unknown as DynamoDBDocumentClient;
  await expect(
    createCallers(inPart, tables).read({ personId: 'a', sessionId: 's', issuedAt: 1 }, HERE, 'person'),
  ).rejects.toThrow(Busy);
});
