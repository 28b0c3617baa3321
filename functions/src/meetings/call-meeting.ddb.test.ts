import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { MATTERS, stageMeeting, type Stage } from './test-meeting';

jest.setTimeout(60_000);

let engine: TestTables;
let stage: Stage;
let chair: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageMeeting(engine.endpoint);
  chair = await stage.person('resident', 'chair');
});
afterEach(() => stage.close());
const refused = (code: string, facts?: object) => ({ refused: code, ...(facts ? { facts } : {}) });
const startsIn = (ms: number) => new Date(stage.world.now.getTime() + ms).toISOString();

test('the agenda carries the titles of the matters in the order asked for', async () => {
  const agenda = [...MATTERS].reverse().map((proposalId) => ({ proposalId, minutes: 15 }));
  await stage.callOne(chair, { agenda });
  expect((await stage.live(chair)).agenda).toEqual(
    [...MATTERS].reverse().map((proposalId, i) => ({ n: i + 1, proposalId, title: '电动车棚', minutes: 15 })),
  );
});

test.each([
  ['a matter nobody knows', ['01JD0000000000000000000009']],
  ['a matter twice', [MATTERS[0], MATTERS[0]]],
])('an agenda with %s is refused', async (_, ids) => {
  const agenda = ids.map((proposalId) => ({ proposalId, minutes: 15 }));
  expect((await stage.callOne(chair, { agenda })).body).toEqual(refused('MATTER_UNKNOWN'));
});

test('an owners’ meeting takes fifteen days’ notice, and changing it does too', async () => {
  expect((await stage.callOne(chair, { kind: 'owners', startsAt: startsIn(14 * DAY) })).body).toEqual(
    refused('NOTICE_SHORT', { days: 15 }),
  );
  expect((await stage.callOne(chair, { kind: 'owners', startsAt: startsIn(16 * DAY) })).status).toBe(200);
  const change = { ...stage.PLAN, kind: 'owners', startsAt: startsIn(3 * DAY) };
  expect((await stage.call('changeMeeting', change, { as: chair })).body).toEqual(
    refused('NOTICE_SHORT', { days: 15 }),
  );
});

test('a change and a cancellation are told, each with its event; a cancelled meeting takes nothing more', async () => {
  await stage.callOne(chair);
  const change = { ...stage.PLAN, startsAt: startsIn(DAY), place: '居委会二楼' };
  expect((await stage.call('changeMeeting', change, { as: chair })).status).toBe(200);
  expect(await stage.live(chair)).toMatchObject({ place: '居委会二楼', startsAt: change.startsAt });
  expect((await stage.call('cancelMeeting', { reason: '台风' }, { as: chair })).status).toBe(200);
  expect(await stage.live(chair)).toMatchObject({ status: 'cancelled', reason: '台风' });
  for (const [name, input] of [
    ['openDoors', {}],
    ['changeMeeting', change],
    ['cancelMeeting', { reason: '再来' }],
    ['writeOpinion', { item: 1, side: 'for', text: '好' }],
  ] as const)
    expect((await stage.call(name, input, { as: chair })).body).toEqual(refused('MEETING_OVER'));
  expect((await stage.events()).map(({ type }) => type)).toEqual([
    'meetings.meeting-called',
    'meetings.meeting-changed',
    'meetings.meeting-cancelled',
  ]);
});

test('the doors and a change at once: one of them happens', async () => {
  for (let i = 0; i < 5; i += 1) {
    await stage.callOne(chair);
    const change = { ...stage.PLAN, startsAt: startsIn(20 * MINUTE), place: '别处' };
    const both = await Promise.all([
      stage.call('openDoors', {}, { as: chair }),
      stage.call('changeMeeting', change, { as: chair }),
    ]);
    const { status, place } = await stage.live(chair);
    if (both[0].status === 200) expect(status).toBe('gathering');
    expect(place === '别处').toBe(both[1].status === 200);
  }
});

test('doors open an hour before and not earlier; with nobody to expect they stay shut; paper counts', async () => {
  await stage.callOne(chair, { startsAt: startsIn(61 * MINUTE) });
  expect((await stage.call('openDoors', {}, { as: chair })).body).toEqual(refused('DOORS_EARLY', { minutes: 60 }));
  await stage.callOne(chair, { roles: ['branchSecretary'] });
  expect((await stage.call('openDoors', {}, { as: chair })).body).toEqual(refused('NOBODY_EXPECTED'));
  await stage.callOne(chair, { roles: ['branchSecretary'], expectedCount: 7 });
  expect((await stage.call('openDoors', {}, { as: chair })).body).toMatchObject({ base: 7, needed: 4 });
});

test('the list of three hundred expected is frozen in buckets, and each of them is found', async () => {
  const people = await stage.people(300, 'resident');
  await stage.callOne(chair, { kind: 'residents' });
  const opened = await stage.call('openDoors', {}, { as: chair });
  expect(opened.body).toMatchObject({ base: 301, needed: 151 });
  expect(opened.units.write).toBeLessThanOrEqual(50);
  for (const one of people.filter((_, i) => i % 50 === 0))
    expect((await stage.arrive(one)).body).toMatchObject({ expected: true });
});

test('an item is heard once, one at a time, and the meeting does not end over it', async () => {
  await stage.openOne(chair, [chair]);
  const open = (n: number) => stage.call('openItem', { n }, { as: chair });
  expect((await open(2)).body).toEqual(refused('ITEM_OPEN'));
  expect((await stage.call('endMeeting', {}, { as: chair })).body).toEqual(refused('ITEM_OPEN'));
  await stage.call('closeItem', {}, { as: chair });
  expect((await open(1)).body).toEqual(refused('ITEM_HEARD'));
  expect((await open(3)).body).toEqual(refused('NOT_FOUND'));
  expect((await open(2)).status).toBe(200);
  expect((await stage.live(chair)).heard).toEqual([1]);
});

test('an agenda as long as it can be costs what the contract says', async () => {
  stage.close();
  stage = stageMeeting(engine.endpoint, undefined, '长'.repeat(60));
  chair = await stage.person('resident', 'chair');
  const agenda = Array.from({ length: 6 }, () => ({ proposalId: stage.matter(), minutes: 15 }));
  const long = { agenda, place: '长'.repeat(40), roles: ['resident', 'councilMember', 'chair', 'buildingHead'] };
  expect((await stage.callOne(chair, long)).units.write).toBeLessThanOrEqual(meetings.callMeeting.units);
  const changed = await stage.call('changeMeeting', { ...stage.PLAN, startsAt: startsIn(DAY), ...long }, { as: chair });
  expect(changed.status).toBe(200);
  expect(changed.units.write).toBeLessThanOrEqual(meetings.changeMeeting.units);
});

test('whoever is invited anew while the doors open is in the base', async () => {
  let meanwhile: (() => Promise<unknown>) | undefined;
  stage.close();
  stage = stageMeeting(engine.endpoint, (client) => {
    const send = client.send.bind(client) as (command: object) => Promise<unknown>;
    client.send = (async (command: object) => {
      const first = command instanceof TransactWriteCommand ? meanwhile : undefined;
      if (first) meanwhile = undefined;
      await first?.();
      return send(command);
    }) as typeof client.send;
  });
  chair = await stage.person('resident', 'chair');
  await stage.people(3, 'resident', 'buildingHead');
  await stage.callOne(chair);
  const change = { ...stage.PLAN, startsAt: startsIn(20 * MINUTE), roles: ['chair', 'buildingHead'] };
  meanwhile = () => stage.call('changeMeeting', change, { as: chair });
  expect((await stage.call('openDoors', {}, { as: chair })).body).toMatchObject({ base: 4, needed: 3 });
});
