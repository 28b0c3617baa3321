import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import type { EventBridgeEvent } from 'aws-lambda';
import { onEvents } from './on-events';
import { stageCalls, type Stage } from './test-call';

/** Who is a member no more takes nobody’s place. */
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

/** What the slice of members tells when somebody is one no more. */
const endMembership = (personId: string, how = 'withdrawn') => {
  const { communityId, id, world, repo, ledger } = stage;
  const about = { type: `party.report-${how}`, scope: communityId, subject: `party/${personId}` };
  const detail = { id: id(), at: world.now.toISOString(), ...about, data: { memberId: personId, branchId: 'B1' } };
  const event = { detail } as EventBridgeEvent<string, unknown>;
  return { event, bring: () => onEvents({ repo, ledger, clock: () => world.now })(event) };
};
const called = async (needed: number, people: number, more: object = {}) => {
  const worker = await stage.person(['worker']);
  const members: string[] = [];
  for (let n = 0; n < people; n += 1) members.push(await stage.member());
  return { worker, members, callId: await stage.called(worker, { needed, ...more }) };
};

test.each(['withdrawn', 'left', 'moved'])(
  'a member who is one no more (%s) gives the place back: somebody else may come, and nothing is said of who it was',
  async (how) => {
    const { worker, members, callId } = await called(1, 2);
    const [a, b] = members as [string, string];
    expect((await stage.answer(callId, a)).status).toBe(200);
    expect((await stage.answer(callId, b)).body).toEqual({ refused: 'CALL_FULL' });
    const { bring } = endMembership(a, how);
    await bring();
    expect(await stage.board(callId, worker)).toMatchObject({ coming: 0, withdrawn: 1, noAnswer: 1, asked: 2 });
    await bring();
    expect(await stage.board(callId, worker)).toMatchObject({ coming: 0, withdrawn: 1 });
    expect((await stage.answer(callId, b)).body).toMatchObject({ answer: 'coming' });
    const listed = await stage.all<Attendance>('listAttendance', { callId }, worker);
    expect(listed.map(({ personId }) => personId)).toEqual([b]);
    const event = stage.said.find(({ type, via }) => type === 'calls.answered' && via === 'system');
    expect([event?.gpk, event?.actor, JSON.stringify(event?.data)]).toEqual([
      undefined,
      'system',
      '{"was":"coming","answer":"withdrawn"}',
    ]);
  },
);

test('who has come is still settled; who only was asked or cannot is left as it was; a call that is over is not touched', async () => {
  const { worker, members, callId } = await called(5, 3, stage.inMinutes(10, 60));
  const [came, cannot, silent] = members as [string, string, string];
  await stage.answer(callId, came);
  await stage.answer(callId, cannot, 'cannot');
  await stage.call('checkIn', { callId, code: stage.code(callId).text }, { as: came });
  for (const one of [came, cannot, silent]) await endMembership(one).bring();
  const before = { coming: 1, arrived: 1, cannot: 1, withdrawn: 0, noAnswer: 1 };
  expect(await stage.board(callId, worker)).toMatchObject(before);
  const over = await called(5, 1, stage.inMinutes(10, 60));
  await stage.answer(over.callId, over.members[0]!);
  stage.later(60);
  await endMembership(over.members[0]!).bring();
  expect(await stage.board(over.callId, over.worker)).toMatchObject({ coming: 1, withdrawn: 0 });
});

test('every open call is freed, however many; an event that comes late takes back nothing said since', async () => {
  const worker = await stage.person(['worker']);
  const me = await stage.member();
  const made: string[] = [];
  for (let n = 0; n < 23; n += 1) made.push(await stage.called(worker, stage.inMinutes(60 + n, 120 + n)));
  for (const callId of made) await stage.answer(callId, me);
  const { bring } = endMembership(me);
  stage.later(1);
  await stage.answer(made[4]!, me, 'cannot');
  await stage.answer(made[4]!, me);
  await bring();
  const boards = await Promise.all(made.map((callId) => stage.board(callId, worker)));
  expect(boards.map(({ coming }) => coming)).toEqual(made.map((_, n) => (n === 4 ? 1 : 0)));
});

test('somebody who answers at the same moment is counted once, whoever is first', async () => {
  const { worker, members, callId } = await called(5, 5);
  for (const one of members) await stage.answer(callId, one);
  const [leaving, ...others] = members as [string, ...string[]];
  await Promise.all([
    ...Array.from({ length: 3 }, () => endMembership(leaving).bring()),
    ...others.map((one) => stage.answer(callId, one, 'cannot')),
  ]);
  expect(await stage.board(callId, worker)).toMatchObject({ coming: 0, withdrawn: 5 });
});

test('events of others are let by', async () => {
  const { bring, event } = endMembership(await stage.member());
  (event.detail as { type: string }).type = 'party.report-valid';
  await bring();
  expect(stage.said.filter(({ type }) => type === 'calls.answered')).toEqual([]);
});
