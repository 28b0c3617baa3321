import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient } from '../kernel/ddb';
import { stageMeeting } from './test-meeting';

jest.setTimeout(60_000);

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());

/** A meeting with so many present and so many who wait to speak; what reading it costs. */
const costAt = async (present: number, waiting: number) => {
  const stage = stageMeeting(engine.endpoint);
  const client = createDocumentClient(engine.endpoint);
  const chair = await stage.person('resident', 'chair');
  await stage.openOne(chair, [chair]);
  const pk = `${stage.communityId}#m#${stage.world.meetingId}`;
  const attending = Array.from({ length: present }, () => ({
    pk: `${pk}#a`,
    sk: stage.id(),
    name: '某位居民',
    present: true,
    expected: true,
    via: 'code',
    arrivedAt: 'x',
  }));
  const asking = Array.from({ length: waiting }, (_, i) => {
    const side = i % 2 ? 'for' : 'against';
    const personId = stage.id();
    const at = stage.world.now.toISOString();
    return {
      pk: `${pk}#asks`,
      sk: `1#${side}#000#${at}#${personId}`,
      personId,
      name: '某位居民',
      side,
      at,
      spoken: 0,
    };
  });
  const items = [...attending, ...asking];
  for (let from = 0; from < items.length; from += 25) {
    const meetings = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { meetings } }));
  }
  const { units, status } = await stage.call('readMeeting', {}, { as: chair });
  const attendance = await stage.call('listAttendance', {}, { as: chair });
  client.destroy();
  stage.close();
  return { status, read: units.read, write: units.write, page: attendance.units.read };
};

test('reading a live meeting costs the same with 40 and with 600 present, and with as many waiting', async () => {
  const [small, large] = [await costAt(40, 40), await costAt(600, 300)];
  expect(small).toMatchObject({ status: 200, write: 0 });
  expect(large).toEqual(small);
  expect(small.read).toBeLessThanOrEqual(8);
  expect((await costAt(10, 4)).read).toBeLessThanOrEqual(small.read);
});

test('a list of meetings costs the same with twenty-five and with forty-five', async () => {
  const stage = stageMeeting(engine.endpoint);
  const chair = await stage.person('resident', 'chair');
  const costs: number[] = [];
  for (let i = 1; i <= 45; i += 1) {
    await stage.callOne(chair);
    stage.world.meetingId = '';
    if (i === 25 || i === 45) costs.push((await stage.call('listMeetings')).units.read);
  }
  expect(costs[0]).toBe(costs[1]);
  expect(costs[0]).toBeLessThanOrEqual(24);
  stage.close();
});
