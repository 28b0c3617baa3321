import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { createFollowersOf } from './followers';
import { createPartOf } from './follows';

const HERE = '310104000001';
let engine: TestTables;
let client: DynamoDBDocumentClient;
const put = (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName: 'councils', Item }));
const follow = (proposalId: string, personId: string) =>
  put({ pk: `${HERE}#p#${proposalId}`, sk: `support#${personId}` });
beforeAll(async () => {
  engine = await startTables(['councils']);
  client = createDocumentClient(engine.endpoint);
  await put({ pk: `${HERE}#proposals`, sk: 'P', authorId: 'A' });
  await put({ pk: `${HERE}#p#P`, sk: 'text', title: '扶手' });
  for (const one of ['A', 'B', 'C']) await follow('P', one);
  await put({ pk: `${HERE}#p#P`, sk: 'node#1' });
  for (let i = 0; i < 230; i += 1) await follow('many', `person-${String(i).padStart(3, '0')}`);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

test.each([
  ['A', 'author'],
  ['B', 'supporter'],
  ['D', 'none'],
])('what %s is to a matter: %s', async (personId, part) => {
  const partOf = createPartOf(client, 'councils');
  expect(await partOf(HERE, 'P', personId)).toBe(part);
  expect(await partOf(HERE, 'elsewhere', personId)).toBe('none');
});

test('a table at its limit is busy, and nobody is taken for a stranger', async () => {
  const half = { send: async () => ({ Responses: {}, UnprocessedKeys: { councils: { Keys: [{}] } } }) };
  await expect(createPartOf(half as never, 'councils')(HERE, 'P', 'A')).rejects.toThrow('part');
});

test('followers come once each, in pages, and nothing else of the matter does', async () => {
  const followersOf = createFollowersOf(client, 'councils');
  expect(await followersOf(HERE, 'P')).toEqual({ ids: ['A', 'B', 'C'], next: undefined });
  const all: string[] = [];
  let next: string | undefined;
  let pages = 0;
  do {
    const page = await followersOf(HERE, 'many', next);
    expect(page.ids.length).toBeLessThanOrEqual(100);
    all.push(...page.ids);
    next = page.next;
    pages += 1;
  } while (next);
  expect([new Set(all).size, all.length, pages]).toEqual([230, 230, 3]);
});

test('somebody who begins to follow between two pages is told or not, and nobody else is left out', async () => {
  const followersOf = createFollowersOf(client, 'councils');
  const first = await followersOf(HERE, 'many');
  await follow('many', 'person-000-late');
  await follow('many', 'person-150-late');
  const second = await followersOf(HERE, 'many', first.next);
  expect(second.ids[0]).toBe('person-100');
  expect(second.ids).toContain('person-150-late');
});
