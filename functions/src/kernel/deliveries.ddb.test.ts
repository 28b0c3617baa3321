import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { createDocumentClient } from './ddb';
import { chunkKey, createDeliveredOf, createOutcomesOf, sendPk, type Told } from './deliveries';
import { inboxKey } from './opened-by';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['notices']);
});
afterAll(() => engine.stop());

test('what became of a notice is read a hundred people at a time, with who opened it', async () => {
  const client = createDocumentClient(engine.endpoint);
  const put = (Item: object) => client.send(new PutCommand({ TableName: 'notices', Item }));
  await put({ pk: sendPk('n1'), sk: 'job', told: 127 });
  const name = (i: number) => `p${String(i).padStart(3, '0')}`;
  for (let chunk = 0; chunk < 7; chunk += 1) {
    const people = Array.from({ length: chunk === 6 ? 7 : 20 }, (_, i) => name(chunk * 20 + i));
    await put({ ...chunkKey('n1', chunk), people, out: `du${'n'.repeat(people.length - 2)}` });
  }
  await put({ ...inboxKey(name(0), 'i1'), readAt: '2026-11-23T02:00:00.000Z' });
  await put({ ...inboxKey(name(1), 'i1') });
  const outcomesOf = createOutcomesOf(client, 'notices');
  const all: Told[] = [];
  const pages: number[] = [];
  let from: string | undefined;
  do {
    const { people, next } = await outcomesOf({ sendId: 'n1', noticeId: 'i1' }, from);
    all.push(...people);
    pages.push(people.length);
    from = next;
  } while (from);
  expect(pages).toEqual([100, 27]);
  expect(all).toHaveLength(127);
  expect(all.slice(0, 3)).toEqual([
    { id: 'p000', outcome: 'delivered', opened: true, chunk: '000000' },
    { id: 'p001', outcome: 'unclear', opened: false, chunk: '000000' },
    { id: 'p002', outcome: 'notSubscribed', opened: false, chunk: '000000' },
  ]);
  expect(await outcomesOf({ sendId: 'nothing', noticeId: 'nothing' })).toEqual({ people: [], next: undefined });
  const deliveredOf = createDeliveredOf(client, 'notices');
  const asked = { p000: '000000', p001: '000000', p020: '000001', p040: '000001', p060: '000099' };
  expect([...(await deliveredOf('n1', asked))]).toEqual(['p000', 'p020']);
  expect((await deliveredOf('n1', {})).size).toBe(0);
  client.destroy();
});
