import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { calls, type Member } from '@gongzhi/shared/calls/contract';
import type { Route } from '@gongzhi/shared/kernel/contract';
import type { Mine } from '@gongzhi/shared/calls/model';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import { KeyReused } from '../kernel/commit';
import { stageCalls, type Stage } from './test-call';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'party', 'calls']);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageCalls(engine.endpoint);
});
afterEach(() => stage.close());

test('one answer at a time, changed until the start; the numbers are what each said last', async () => {
  const worker = await stage.person(['worker']);
  const [a, b, c] = [await stage.member(), await stage.member(), await stage.member()];
  const callId = await stage.called(worker, { needed: 2 });
  const is = async (more: object) => expect(await stage.board(callId, worker)).toMatchObject(more);
  await is({ needed: 2, asked: 3, coming: 0, arrived: 0, cannot: 0, withdrawn: 0, noAnswer: 3, asking: false });
  expect((await stage.answer(callId, a)).body).toMatchObject({ answer: 'coming' });
  expect((await stage.answer(callId, a)).body).toEqual({ refused: 'ALREADY_DONE' });
  expect((await stage.answer(callId, b, 'cannot')).body).toMatchObject({ answer: 'cannot' });
  await is({ coming: 1, cannot: 1, noAnswer: 1 });
  expect((await stage.answer(callId, b)).body).toMatchObject({ answer: 'coming' });
  await is({ coming: 2, cannot: 0, noAnswer: 1 });
  expect((await stage.answer(callId, c)).body).toEqual({ refused: 'CALL_FULL' });
  expect((await stage.answer(callId, a, 'cannot')).body).toMatchObject({ answer: 'withdrawn' });
  expect((await stage.answer(callId, a, 'cannot')).body).toEqual({ refused: 'ALREADY_DONE' });
  await is({ coming: 1, withdrawn: 1, noAnswer: 1 });
  expect((await stage.answer(callId, c)).body).toMatchObject({ answer: 'coming' });
  expect((await stage.answer(callId, a)).body).toEqual({ refused: 'CALL_FULL' });
  expect((await stage.answer(callId, c, 'cannot')).status).toBe(200);
  expect((await stage.answer(callId, a)).body).toMatchObject({ answer: 'coming' });
  await is({ coming: 2, withdrawn: 1, noAnswer: 0 });
  const coming = await stage.all<Attendance>('listAttendance', { callId }, worker);
  expect(coming.map(({ personId }) => personId).sort()).toEqual([a, b].sort());
});

test('more say to come at once than are needed: exactly so many do, and each answer counts once', async () => {
  const worker = await stage.person(['worker']);
  const people = await stage.members(12);
  const callId = await stage.called(worker, { needed: 5 });
  const heard = await Promise.all(people.map((one) => stage.answer(callId, one)));
  const said = (refused?: string) => heard.filter(({ body }) => body['refused'] === refused).length;
  expect([said(), said('CALL_FULL')]).toEqual([5, 7]);
  expect(await stage.board(callId, worker)).toMatchObject({ coming: 5, noAnswer: 7 });
  const [first] = people.filter((_, i) => heard[i]?.status === 200);
  const key = 'the-same-key';
  const input = { callId, says: 'cannot' };
  const phones = await Promise.all(
    Array.from({ length: 8 }, () => stage.call('answerCall', input, { as: first!, key })),
  );
  for (const { status, body } of phones) expect([status, body]).toEqual([200, phones[0]?.body]);
  expect(await stage.board(callId, worker)).toMatchObject({ coming: 4, withdrawn: 1 });
  const other = await stage.call('answerCall', { callId, says: 'coming' }, { as: first!, key });
  expect([other.status, other.body]).toEqual([422, { refused: 'KEY_REUSED' }]);
  expect(stage.world.errors.filter((error) => !(error instanceof KeyReused))).toEqual([]);
});

test('somebody comes, leaves, and what counts is told; who came cannot withdraw, and a call that is ended counts no longer', async () => {
  const worker = await stage.person(['worker']);
  const [a, b, c] = [await stage.member(), await stage.member(), await stage.member()];
  const callId = await stage.called(worker, { startsAt: stage.inMinutes(10, 130).startsAt });
  for (const one of [a, b, c]) await stage.answer(callId, one);
  const check = (name: 'checkIn' | 'checkOut', as: string) =>
    stage.call(name, { callId, code: stage.code(callId).text }, { as });
  expect((await check('checkIn', a)).status).toBe(200);
  expect((await check('checkIn', b)).status).toBe(200);
  expect((await stage.answer(callId, a, 'cannot')).body).toEqual({ refused: 'CHECKED_IN' });
  expect(await stage.board(callId, worker)).toMatchObject({ coming: 3, arrived: 2 });
  stage.later(40);
  expect((await stage.answer(callId, c, 'cannot')).body).toEqual({ refused: 'CALL_STARTED' });
  expect((await check('checkOut', a)).body).toMatchObject({ minutes: 30, grade: 'scanned' });
  const ended = await stage.call('endCall', { callId }, { as: worker });
  expect(ended.status).toBe(200);
  stage.later(30);
  expect((await check('checkOut', b)).body).toMatchObject({ minutes: 30 });
  expect((await stage.answer(callId, c)).body).toEqual({ refused: 'CALL_SHUT' });
  const settled = stage.said.filter(({ type }) => type === 'calls.service-settled');
  expect(settled.map(({ data }) => [data['kind'], data['volunteerId'], data['minutes'], data['activityId']])).toEqual([
    ['central', a, 30, callId],
    ['central', b, 30, callId],
  ]);
  // the desk stays open for those who still leave
  expect((await stage.call('readDesk', { callId }, { as: worker })).status).toBe(200);
});

test('one’s own calls: what is open stands first, with one’s own answer and place', async () => {
  const worker = await stage.person(['worker']);
  const me = await stage.member();
  const made: string[] = [];
  for (let hours = 1; hours <= 23; hours += 1)
    made.push(await stage.called(worker, { title: `第${hours}次`, ...stage.inMinutes(hours * 60, hours * 60 + 30) }));
  await stage.answer(made[4]!, me);
  stage.later(10 * 60);
  const mine = await stage.all<Mine>('listMine', {}, me);
  expect(mine.map(({ call }) => call.callId)).toEqual([...made].reverse());
  expect(mine.find(({ call }) => call.callId === made[4])).toMatchObject({
    answer: 'coming',
    place: { place: 'taken', personId: me },
  });
  const first = await stage.call('listMine', {}, { as: me });
  expect([(first.body['items'] as []).length, first.units.read <= 62, first.units.write]).toEqual([20, true, 0]);
  expect(await stage.all<Mine>('listMine', {}, await stage.member())).toEqual([]);
});

test('a consent withdrawn between asking and reading holds at once: no name, no answer, and who came is settled without one', async () => {
  const worker = await stage.person(['worker']);
  const [a, b, c] = [await stage.member(), await stage.member(), await stage.member()];
  const callId = await stage.called(worker, stage.inMinutes(10, 60));
  for (const one of [b, c]) await stage.answer(callId, one);
  await stage.call('checkIn', { callId, code: stage.code(callId).text }, { as: c });
  const names = async () =>
    (await stage.all<Member>('listAnswers', { callId }, worker)).map(({ personId }) => personId);
  expect(await names()).toHaveLength(3);
  for (const one of [a, b, c]) await stage.withdrawConsent(one);
  expect(await names()).toEqual([]);
  expect((await stage.answer(callId, a)).body).toEqual({ refused: 'NOT_MEMBER' });
  const attendance = await stage.all<Attendance>('listAttendance', { callId }, worker);
  expect(attendance.map(({ personId, name }) => [personId, name])).toEqual([[c, '已撤回同意的人']]);
  // what one was asked stays one's own to read
  expect(await stage.all<Mine>('listMine', {}, a)).toHaveLength(1);
});

test('a member who is nothing else here, of a company say, comes and goes by the code like any other', async () => {
  const worker = await stage.person(['worker']);
  const [me, stranger] = [await stage.member({ kind: 'company' }, []), await stage.person([])];
  const callId = await stage.called(worker, stage.inMinutes(10, 130));
  expect((await stage.answer(callId, me)).status).toBe(200);
  const ask = (name: 'checkIn' | 'checkOut', as: string) =>
    stage.call(name, { callId, code: stage.code(callId).text }, { as });
  expect((await stage.call('readPass', { callId }, { as: me })).body).toMatchObject({ personId: me });
  expect((await ask('checkIn', me)).status).toBe(200);
  expect((await ask('checkIn', stranger)).body).toEqual({ refused: 'NOT_SIGNED_UP' });
  stage.later(70);
  expect((await ask('checkOut', me)).body).toMatchObject({ minutes: 60, grade: 'scanned' });
  // what is the caller’s stays closed to whoever has no role here
  expect((await stage.call('readDesk', { callId }, { as: me })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
});

test.each(['listAttendance', 'listAnswers'] as const)(
  '%s writes a unit for each member it names, and no more than its contract declares',
  async (name) => {
    const worker = await stage.person(['worker']);
    const people = await stage.members(22);
    const callId = await stage.called(worker, { needed: 30 });
    for (const one of people) await stage.answer(callId, one);
    const heard = await stage.call(name, { callId }, { as: worker });
    const route: Route = calls[name];
    expect([(heard.body['items'] as []).length, heard.units.write, route.units]).toEqual([20, 20, 20]);
  },
);
