import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { createOpenedBy, inboxKey } from './opened-by';
import { createReachable, preferencesKey, subscriptionKey } from './reachable';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['notices']);
});
afterAll(() => engine.stop());

test('whom WeChat may send a message, and who opened one, is read of their own items', async () => {
  const client = createDocumentClient(engine.endpoint);
  const put = (Item: object) => client.send(new PutCommand({ TableName: 'notices', Item }));
  await put({ ...subscriptionKey('a', 'notice'), balance: 2 });
  await put({ ...subscriptionKey('b', 'notice'), balance: 1, closed: true });
  await put({ ...subscriptionKey('c', 'vote'), balance: 1 });
  await put({ ...inboxKey('a', 'n'), readAt: '2026-11-27T02:00:00.000Z' });
  await put(inboxKey('b', 'n'));
  await put({ ...subscriptionKey('e', 'notice'), balance: 1 });
  await put({ ...preferencesKey('e'), off: ['vote'], digestHour: 18 });
  const choicesOf = await createReachable(client, 'notices', 'notice')(['a', 'b', 'c', 'd', 'e']);
  expect(['a', 'b', 'c', 'd'].map(choicesOf)).toEqual([{ off: [] }, undefined, undefined, undefined]);
  expect(choicesOf('e')).toMatchObject({ off: ['vote'], digestHour: 18 });
  expect([...(await createOpenedBy(client, 'notices')('n', ['a', 'b', 'c']))]).toEqual(['a']);
  client.destroy();
});
