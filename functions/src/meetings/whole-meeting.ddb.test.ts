import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { MATTERS, stageMeeting, type Answered, type Name, type Stage } from './test-meeting';

let engine: TestTables;
let stage: Stage;
let chair: string;
let members: string[];
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'meetings']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageMeeting(engine.endpoint);
  chair = await stage.person('resident', 'chair');
  members = await stage.people(4, 'resident', 'councilMember');
});
afterEach(() => stage.close());
const member = (i: number) => members[i] ?? '';

const said: { name: Name; units: number }[] = [];
/** A command that must succeed; what it cost is kept. */
const must = async (name: Name, input: Record<string, unknown>, as: string): Promise<Answered> => {
  const answer = await stage.call(name, input, { as });
  expect({ name, status: answer.status, errors: stage.world.errors }).toEqual({ name, status: 200, errors: [] });
  said.push({ name, units: answer.units.write });
  return answer;
};

test('a whole meeting: called, gathered, opened, spoken, voted, ended, confirmed; each step in its minutes and at most eight write units', async () => {
  stage.world.meetingId = '';
  const startsAt = new Date(stage.world.now.getTime() + 30 * MINUTE).toISOString();
  const called = await must('callMeeting', { ...stage.PLAN, startsAt }, chair);
  stage.world.meetingId = String(called.body['meetingId']);
  await must('changeMeeting', { ...stage.PLAN, startsAt, place: '社区活动室二楼' }, chair);
  expect((await must('openDoors', {}, chair)).body).toMatchObject({ base: 5, needed: 3 });
  for (const one of [chair, member(0), member(1)]) {
    await must('arrive', { code: stage.code().digits }, one);
    stage.later(MINUTE);
  }
  await must('startMeeting', {}, chair);
  await must('openItem', { n: 1 }, chair);
  await must('askToSpeak', { side: 'against' }, member(0));
  await must('askToSpeak', { side: 'for' }, member(1));
  expect((await must('callNext', {}, chair)).body).toMatchObject({ personId: member(1), seconds: 120 });
  stage.later(30_000);
  await must('extendSpeech', {}, chair);
  expect((await must('endSpeech', {}, member(1))).body).toMatchObject({ seconds: 30 });
  expect((await must('callNext', {}, chair)).body).toMatchObject({ personId: member(0) });
  stage.later(10_000);
  await must('endSpeech', {}, chair);
  await must('putQuestion', { text: '是否同意先建一座车棚' }, chair);
  for (const one of [chair, member(0)]) await must('raiseHand', { n: 1, choice: 'for' }, one);
  await must('raiseHand', { n: 1, choice: 'against' }, member(1));
  expect((await must('closeQuestion', { n: 1 }, chair)).body).toMatchObject({
    hands: { for: 2, against: 1, abstain: 0 },
    present: 3,
    outcome: 'passed',
  });
  await must('leave', {}, member(1));
  expect((await must('closeItem', {}, chair)).body).toMatchObject({ n: 1, quorate: false });
  stage.later(MINUTE);
  await must('registerArrival', { personId: member(2), name: '刘建华', expected: true }, chair);
  await must('registerDeparture', { personId: member(2) }, chair);
  await must('openItem', { n: 2 }, chair);
  await must('askToSpeak', { side: 'for' }, member(0));
  await must('withdrawAsk', {}, member(0));
  await must('closeItem', {}, chair);
  await must('endMeeting', {}, chair);

  const lines = await stage.lines(chair);
  expect(lines.map(({ kind }) => kind)).toEqual([
    'opened',
    'item-opened',
    'speech',
    'speech',
    'question-put',
    'question-closed',
    'quorum-lost',
    'item-closed',
    'quorum-regained',
    'quorum-lost',
    'item-opened',
    'item-closed',
    'ended',
  ]);
  expect(lines.find(({ kind }) => kind === 'speech')).toMatchObject({ side: 'for', seconds: 30, item: 1 });
  const speech = lines.find(({ kind }) => kind === 'speech')?.lineId ?? '';
  await must('addSummary', { lineId: speech, text: '车棚建在东门最近' }, chair);
  const objection = await must('raiseObjection', { about: speech, text: '我说的是南门' }, member(1));
  const objectionId = String(objection.body['lineId']);
  expect((await stage.call('confirmMinutes', {}, { as: chair })).body).toEqual({
    refused: 'OBJECTIONS_OPEN',
    facts: { count: 1 },
  });
  await must('answerObjection', { objectionId, accept: true, text: '更正为南门' }, chair);
  await must('writeOpinion', { item: 1, side: 'for', text: '来不了，我同意' }, member(3));
  for (const one of [chair, member(0)]) await must('confirmMinutes', {}, one);
  const last = await must('confirmMinutes', {}, member(1));
  expect(last.body).toMatchObject({ confirmed: 3, needed: 3, frozen: true });
  expect((await stage.live(chair)).record).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
  // nine only where the quorum is made or lost, as the contract says
  const most = (name: Name) => (meetings[name] as Route).units ?? 8;
  expect(said.filter(({ name, units }) => units > most(name))).toEqual([]);
  expect(said.filter(({ name, units }) => units > 8 && name !== 'openDoors').map(({ name }) => name)).toEqual([
    'leave',
    'registerArrival',
    'registerDeparture',
  ]);
  const heard = (await stage.events(MATTERS[0])).filter(({ type }) => type === 'meetings.matter-heard');
  expect(heard).toMatchObject([{ data: { meetingId: stage.world.meetingId, kind: 'council', quorate: false } }]);
});
