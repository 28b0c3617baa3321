import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { TABLES, stageExchange, type Stage } from './test-exchange';

let engine: TestTables;
let stage: Stage;
let volunteer: string;
let resident: string;
let activityId: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageExchange(engine.endpoint);
  [volunteer, resident] = [await stage.person(['resident'], '刘建华'), await stage.person(['resident'], '王秀兰')];
  activityId = stage.id();
  await stage.bring(stage.entered(volunteer, 60, { activityId }));
});
afterEach(() => stage.close());

const thank = (more: object = {}, as = resident) =>
  stage.call('sendThanks', { activityId, personId: volunteer, words: '谢谢您陪我去医院', ...more }, { as });
const given = async () =>
  (await stage.call('listThanks', {}, { as: volunteer })).body['items'] as { thanksId: string; hidden: boolean }[];
const waiting = async (as: string) =>
  (await stage.call('listWaitingThanks', {}, { as })).body['items'] as { thanksId: string }[];

test('whoever served is found by family name and thanked in words, once for an activity; only they read it', async () => {
  const helpers = async (as: string) => (await stage.call('listHelpers', { activityId }, { as })).body['items'];
  await stage.bring(stage.entered(volunteer, 30, { activityId }));
  expect(await helpers(resident)).toEqual([{ personId: volunteer, name: '刘**' }]);
  expect(await helpers(volunteer)).toEqual([]);
  const sent = await thank();
  expect([sent.body['waiting'], sent.units.write]).toEqual([false, 7]);
  expect(await given()).toEqual([
    expect.objectContaining({ words: '谢谢您陪我去医院', byName: '王秀兰', activityId, hidden: false }),
  ]);
  expect((await thank()).body).toEqual({ refused: 'ALREADY_DONE' });
  expect((await stage.call('listThanks', {}, { as: resident })).body['items']).toEqual([]);
  const [event] = await stage.events(`thanks/${volunteer}`);
  expect(JSON.stringify(event)).not.toMatch(/\p{Script=Han}/u);
});

test('many thanks by one person at once are one', async () => {
  const heard = await Promise.all(Array.from({ length: 6 }, () => thank()));
  expect(heard.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await given()).toHaveLength(1);
});

test.each([
  ['oneself', () => thank({}, volunteer), 'THANK_YOURSELF'],
  ['somebody who was not there', () => thank({ personId: resident }, volunteer), 'NOT_SERVED'],
  ['for another activity', () => thank({ activityId: stage.id() }), 'NOT_SERVED'],
])('nobody thanks %s', async (_, send, refused) => expect((await send()).body).toEqual({ refused }));

test('whose hours were taken back has not served', async () => {
  const shift = { activityId: stage.id(), shiftId: stage.id() };
  await stage.bring(stage.entered(volunteer, 60, shift));
  await stage.bring(stage.entered(volunteer, -60, shift));
  expect((await thank({ activityId: shift.activityId })).body).toEqual({ refused: 'NOT_SERVED' });
  const { body } = await stage.call('listHelpers', { activityId: shift.activityId }, { as: resident });
  expect(body['items']).toEqual([]);
});

test('what the content check refuses is not sent; what it is not sure of waits for a worker, who decides once', async () => {
  const worker = await stage.person(['worker']);
  stage.world.check = { suggest: 'risky', label: 20003 };
  expect((await thank()).body).toMatchObject({ refused: 'TEXT_RISKY' });
  stage.world.check = 'unavailable';
  expect((await thank()).body).toMatchObject({ waiting: true });
  expect([await given(), (await stage.call('listWaitingThanks', {}, { as: volunteer })).body]).toEqual([
    [],
    { refused: 'NOT_ELIGIBLE' },
  ]);
  const [first] = await waiting(worker);
  const decide = (thanksId: string | undefined, publish: boolean) =>
    stage.call('decideThanks', { thanksId, publish }, { as: worker });
  const refusedOnce = await decide(first?.thanksId, false);
  expect([refusedOnce.status, refusedOnce.units.write <= 8, await given()]).toEqual([200, true, []]);
  expect((await decide(first?.thanksId, true)).body).toEqual({ refused: 'ALREADY_DECIDED' });
  expect((await thank()).status).toBe(200);
  const [second] = await waiting(worker);
  const both = await Promise.all([decide(second?.thanksId, true), decide(second?.thanksId, true)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect([(await given()).length, await waiting(worker)]).toEqual([1, []]);
});

test('thanks are put out of sight and back by whom they were given to, and count in the year while in sight', async () => {
  await thank();
  const [one] = await given();
  const year = async () => (await stage.call('readYear', { year: '2026' }, { as: volunteer })).body['thanks'];
  const hide = (hidden: boolean, as: string) => stage.call('hideThanks', { thanksId: one?.thanksId, hidden }, { as });
  expect(await year()).toBe(1);
  expect((await hide(true, resident)).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await hide(true, volunteer)).status).toBe(200);
  expect([(await given())[0]?.hidden, await year()]).toEqual([true, 0]);
  await hide(false, volunteer);
  expect([(await given())[0]?.hidden, await year()]).toEqual([false, 1]);
  expect((await stage.call('readYear', { year: '2027' }, { as: volunteer })).body['thanks']).toBe(0);
});
