import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { stageShift, type Stage } from './test-shift';

/** What remains of an activity that was called off: for those who were there, and for those who look. */
let engine: TestTables;
let stage: Stage;
let worker: string;
let organiser: string;
let me: string;
let ids: Awaited<ReturnType<Stage['shift']>>;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
  stage = stageShift(engine.endpoint);
  [worker, organiser, me] = [await stage.person(['worker']), await stage.person(), await stage.person()];
}, 300_000);
beforeEach(async () => {
  stage.at('2026-11-27T09:00:00.000Z');
  ids = await stage.shift(organiser, worker);
  await stage.call('signUp', ids, { as: me });
  stage.at('2026-11-27T10:00:00.000Z');
});
afterAll(async () => {
  expect(stage.world.errors).toEqual([]);
  stage.close();
  await engine.stop();
});
const callOff = (activityId = ids.activityId) =>
  stage.call('cancelActivity', { activityId, reason: '下雨' }, { as: organiser });
const scan = (name: 'checkIn' | 'checkOut') => stage.call(name, { ...ids, code: stage.code(ids).text }, { as: me });

test('nobody comes any more, by whichever code; whoever was there leaves, and their time counts', async () => {
  const other = await stage.person();
  await stage.call('signUp', { ...ids, code: stage.code(ids).text }, { as: other });
  expect((await scan('checkIn')).status).toBe(200);
  await callOff();
  stage.later(30);
  const arrival = { ...ids, code: stage.code(ids).text };
  expect((await stage.call('checkIn', arrival, { as: other })).body).toEqual({ refused: 'ACTIVITY_SHUT' });
  const shown = { ...ids, way: 'in', code: stage.own(ids, other) };
  expect((await stage.call('scanVolunteer', shown, { as: organiser })).body).toEqual({ refused: 'ACTIVITY_SHUT' });
  expect((await scan('checkOut')).body).toMatchObject({ minutes: 30, grade: 'scanned' });
});

test('a scan made before and told of later is kept for the organiser to judge', async () => {
  const told = stage.offline(ids, me, { way: 'in', code: stage.code(ids).text, at: stage.world.now });
  stage.later(20);
  await callOff();
  stage.later(20);
  expect((await stage.call('checkIn', told, { as: me })).body).toMatchObject({ late: true });
  expect(stage.said.at(-1)).toMatchObject({ type: 'volunteering.checked-in' });
});

test('everybody may read what was published and why it was called off; what nobody published stays with its organiser', async () => {
  await callOff();
  expect((await stage.call('readActivity', ids)).body).toMatchObject({ status: 'cancelled', reason: '下雨' });
  // the content check was not sure of these words, and no worker has read them
  stage.world.check = { suggest: 'review', label: 20001 };
  const doubtful = { ...stage.PLAN, title: '谁也没看过的话' };
  const planned = await stage.call('planActivity', doubtful, { as: organiser });
  stage.world.check = { suggest: 'pass', label: 100 };
  const activityId = String(planned.body['activityId']);
  expect((await callOff(activityId)).body).toMatchObject({ status: 'cancelled' });
  expect((await stage.call('readActivity', { activityId })).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await stage.call('readPlan', { activityId }, { as: organiser })).body).toMatchObject({ status: 'cancelled' });
});
