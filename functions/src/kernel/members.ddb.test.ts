import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { memberKey } from './caller';
import { createDocumentClient } from './ddb';
import { createMembers, createMembersOf } from './members';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['directory']);
});
afterAll(() => engine.stop());

test('those who hold one of the roles here now, sorted, and nobody of another community', async () => {
  const client = createDocumentClient(engine.endpoint);
  const put = (community: string, person: string, roles?: string[]) =>
    client.send(new PutCommand({ TableName: 'directory', Item: { ...memberKey(community, person), roles } }));
  await put('310105000001', 'c', ['resident', 'chair']);
  await put('310105000001', 'a', ['councilMember']);
  await put('310105000001', 'b', ['resident']);
  await put('310105000001', 'guesser');
  await put('310105000002', 'd', ['councilMember']);
  const members = createMembers(client, 'directory');
  expect(await members.holding('310105000001', ['councilMember', 'chair'])).toEqual(['a', 'c']);
  expect(await members.holding('310105000001', ['resident'])).toEqual(['b', 'c']);
  expect(await members.holding('310105000001', ['supervisor'])).toEqual([]);
  client.destroy();
});

test('a community larger than one answer of the table, and than one page, is read whole', async () => {
  const client = createDocumentClient(engine.endpoint);
  const padded = '某位居民的长名字'.repeat(160);
  const ids = Array.from({ length: 330 }, (_, i) => String(i).padStart(4, '0'));
  for (let from = 0; from < ids.length; from += 25) {
    const puts = ids.slice(from, from + 25).map((id) => ({
      PutRequest: { Item: { ...memberKey('310105000003', id), roles: ['resident'], displayName: padded } },
    }));
    await client.send(new BatchWriteCommand({ RequestItems: { directory: puts } }));
  }
  expect(await createMembers(client, 'directory').holding('310105000003', ['resident'])).toEqual(ids);
  const membersOf = createMembersOf(client, 'directory');
  const paged: string[][] = [];
  let next: string | undefined;
  do {
    const page = await membersOf('310105000003', ['resident', 'chair'], next);
    paged.push(page.ids);
    next = page.next;
  } while (next);
  expect(paged.flat()).toEqual(ids);
  expect(Math.max(...paged.map(({ length }) => length))).toBe(100);
  expect(await membersOf('310105000003', ['chair'])).toEqual({ ids: [], next: '0099' });
  client.destroy();
});
