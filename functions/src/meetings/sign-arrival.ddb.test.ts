import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { stageMeeting, type Stage } from './test-meeting';

jest.setTimeout(60_000);

let engine: TestTables;
let stage: Stage;
let chair: string;
let members: string[];
let neighbour: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageMeeting(engine.endpoint);
  chair = await stage.person('resident', 'chair');
  members = await stage.people(3, 'resident', 'councilMember');
  neighbour = await stage.person('resident');
  await stage.callOne(chair);
  await stage.call('openDoors', {}, { as: chair });
});
afterEach(() => stage.close());
const member = (i: number) => members[i] ?? '';
const arrive = (as: string, code: string) => stage.call('arrive', { code }, { as });
const refused = (code: string) => ({ refused: code });

test('a code is good scanned and typed, and the one before it too', async () => {
  const { text } = stage.code();
  stage.later(30_000);
  expect((await arrive(member(0), text)).status).toBe(200);
  expect((await arrive(member(1), stage.code().digits)).status).toBe(200);
  expect(await stage.live(chair)).toMatchObject({ present: 2, base: 4, needed: 3 });
});

test('an old code, a forged one and one of another meeting are refused with a sentence, and nobody is counted', async () => {
  const old = stage.code();
  stage.later(MINUTE + 30_000);
  expect((await arrive(member(0), old.text)).body).toEqual(refused('CODE_OLD'));
  expect((await arrive(member(0), old.digits)).body).toEqual(refused('CODE_OLD'));
  const { text } = stage.code();
  const forged = `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;
  expect((await arrive(member(0), forged)).body).toEqual(refused('CODE_WRONG'));
  const other = stage.codes.issue(`meetings|${stage.communityId}|${stage.id()}`, stage.world.now);
  expect((await arrive(member(0), other.text)).body).toEqual(refused('CODE_WRONG'));
  expect((await stage.live(chair)).present).toBe(0);
});

test('the same code does not bring back somebody who has left; the next one does', async () => {
  const { text } = stage.code();
  await arrive(member(0), text);
  expect((await arrive(member(0), text)).body).toEqual(refused('ALREADY_DONE'));
  await stage.call('leave', {}, { as: member(0) });
  expect((await arrive(member(0), text)).body).toEqual(refused('CODE_REPLAYED'));
  stage.later(30_000);
  expect((await arrive(member(0), stage.code().text)).status).toBe(200);
  expect((await stage.live(chair)).present).toBe(1);
});

test('after ten wrong numbers only scanning helps', async () => {
  const wrong = stage.code().digits === '000000' ? '000001' : '000000';
  for (let i = 0; i < 10; i += 1) expect((await arrive(member(0), wrong)).body).toEqual(refused('CODE_WRONG'));
  expect((await arrive(member(0), stage.code().digits)).body).toEqual(refused('CODE_TRIES'));
  expect((await stage.call('listAttendance', {}, { as: chair })).body['items']).toEqual([]);
  expect((await arrive(member(0), stage.code().text)).status).toBe(200);
});

test('what a phone’s clock says plays no part: nothing that is sent holds a time, and what comes back counts from now', async () => {
  const { body } = await stage.call('readCode', {}, { as: chair });
  expect(Object.keys(body).sort()).toEqual(['digits', 'freshForMs', 'text']);
  expect(body['freshForMs']).toBeLessThanOrEqual(30_000);
  expect(await stage.live(chair)).toMatchObject({ now: stage.world.now.toISOString() });
});

test('the base is frozen when the doors open: a later role counts for nothing, a role that was taken still does', async () => {
  const late = await stage.person('resident', 'councilMember');
  expect((await arrive(late, stage.code().text)).body).toMatchObject({ expected: false });
  await stage.put('directory', {
    pk: `${stage.communityId}#p`,
    sk: member(0),
    roles: ['resident'],
    displayName: '某位',
  });
  expect((await arrive(member(0), stage.code().text)).body).toMatchObject({ expected: true });
  expect(await stage.live(chair)).toMatchObject({ present: 1, base: 4 });
});

test('a neighbour comes as a listener: not counted, may ask to speak, raises no hand', async () => {
  for (const one of [chair, member(0), member(1)]) await stage.arrive(one);
  expect((await arrive(neighbour, stage.code().text)).body).toMatchObject({ expected: false });
  await stage.call('startMeeting', {}, { as: chair });
  await stage.call('openItem', { n: 1 }, { as: chair });
  await stage.call('putQuestion', { text: '是否同意' }, { as: chair });
  expect((await stage.call('askToSpeak', { side: 'for' }, { as: neighbour })).status).toBe(200);
  expect((await stage.call('raiseHand', { n: 1, choice: 'for' }, { as: neighbour })).body).toEqual(
    refused('NOT_EXPECTED'),
  );
  expect((await stage.live(chair)).present).toBe(3);
});

test('somebody without a phone is registered by name up to the base, and the worker raises the hand for them and nobody else', async () => {
  const worker = await stage.person('worker');
  const register = (name: string) => stage.call('registerArrival', { name, expected: true }, { as: worker });
  const ids: string[] = [];
  for (const name of ['张奶奶', '李爷爷', '王叔', '赵姨']) ids.push(String((await register(name)).body['personId']));
  expect((await register('多一位')).body).toEqual(refused('NOT_EXPECTED'));
  await stage.call('registerDeparture', { personId: ids[3] }, { as: worker });
  await stage.arrive(member(0));
  await stage.call('startMeeting', {}, { as: chair });
  await stage.call('openItem', { n: 1 }, { as: chair });
  await stage.call('putQuestion', { text: '是否同意' }, { as: chair });
  const hand = (behalf: string, as = worker) => stage.call('raiseHand', { n: 1, choice: 'for', behalf }, { as });
  expect((await hand(ids[0] ?? '')).status).toBe(200);
  expect((await hand(ids[0] ?? '')).body).toEqual(refused('HAND_RAISED'));
  expect((await hand(member(0))).body).toEqual(refused('NOT_ELIGIBLE'));
  expect((await hand(ids[1] ?? '', member(0))).body).toEqual(refused('NOT_ELIGIBLE'));
  const events = (await stage.events()).filter(({ type }) => type === 'meetings.hand-raised');
  expect(events).toMatchObject([{ via: 'staff', behalf: ids[0] }]);
  expect(JSON.stringify(await stage.events())).not.toContain('张奶奶');
});

test('thirty people at one code at once are all counted, each once', async () => {
  stage.world.meetingId = '';
  const crowd = await stage.people(30, 'resident', 'councilMember');
  await stage.callOne(chair);
  await stage.call('openDoors', {}, { as: chair });
  const { text } = stage.code();
  const answers = await Promise.all([...crowd, ...crowd].map((one) => arrive(one, text)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
  expect((await stage.live(chair)).present).toBe(30);
  expect((await stage.events()).filter(({ type }) => type === 'meetings.arrived')).toHaveLength(30);
});
