import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { FollowUp, FollowUpHead, MyFollowUp } from '@gongzhi/shared/satisfaction/model';
import { createSatisfaction } from '../kernel/satisfaction';
import { TABLES, hex, stageSurvey, type Survey } from './test-survey';

let engine: TestTables;
let stage: Survey;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(() => {
  stage = stageSurvey(engine.endpoint);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

const refusal = ({ body }: { body: Record<string, unknown> }) => body['refused'];
/** A round in which three answered low, their tickets, and two workers. */
const low = async () => {
  await stage.roll([40, 40]);
  const { roundId } = await stage.quarter();
  const tickets = [hex(), hex(), hex()];
  for (const [i, { people }] of (await stage.invited(roundId)).entries())
    await stage.give(roundId, people[0] ?? '', i < 3 ? ['dissatisfied', 'satisfied'] : ['satisfied', 'satisfied'], {
      ...(i < 3 ? { ticket: tickets[i] ?? '', reason: 'slow', word: `楼道灯坏了${i}` } : {}),
    });
  const [worker, colleague] = [await stage.person(['worker']), await stage.person(['worker'])];
  return { roundId, tickets, worker, colleague };
};
const listFor = async (as: string) =>
  (await stage.call('listFollowUps', {}, { as })).body['items'] as unknown as FollowUpHead[];
const mine = async (tickets: string[]) =>
  (await stage.call('findFollowUps', { tickets })).body['items'] as unknown as MyFollowUp[];
/** Nine in the morning of the next day. */
const nextMorning = async () => {
  stage.later(1);
  await stage.tick();
};

it('opens follow-ups at one hour of the day for all low answers of it, due in fifteen working days', async () => {
  const { worker, tickets } = await low();
  await stage.tick();
  expect(await listFor(worker)).toEqual([]);
  await nextMorning();
  const heads = await listFor(worker);
  expect(heads).toHaveLength(3);
  // from Saturday 28 November fifteen working days end with Friday 18 December
  expect(new Set(heads.map(({ dueAt }) => dueAt))).toEqual(new Set(['2026-12-18T16:00:00.000Z']));
  for (const head of heads)
    expect(head).toMatchObject({ state: 'open', openedOn: '2026-11-28', hand: 'free', sentBack: 0 });
  for (const head of heads) expect(Object.keys(head)).not.toContain('said');
  expect((await mine(tickets)).map(({ ticket }) => ticket).sort()).toEqual([...tickets].sort());
  await nextMorning();
  expect(await listFor(worker)).toHaveLength(3);
});

it('is read by whoever has taken it on, and by nobody else', async () => {
  const { worker, colleague } = await low();
  await nextMorning();
  const [{ followUpId } = { followUpId: '' }] = await listFor(worker);
  expect(refusal(await stage.call('readFollowUp', { followUpId }, { as: worker }))).toBe('FOLLOW_UP_UNTAKEN');
  expect((await stage.call('takeFollowUp', { followUpId }, { as: worker })).status).toBe(200);
  const read = (await stage.call('readFollowUp', { followUpId }, { as: worker })).body as unknown as FollowUp;
  expect(read.said).toMatchObject({
    answers: [
      { title: '2026年第四季度社区工作', level: 'dissatisfied' },
      { title: '环境卫生', level: 'satisfied' },
    ],
    ...{ reason: 'slow', word: expect.stringMatching(/^楼道灯坏了/) },
  });
  expect(refusal(await stage.call('readFollowUp', { followUpId }, { as: colleague }))).toBe('FOLLOW_UP_TAKEN');
  expect((await listFor(colleague)).map(({ hand }) => hand).sort()).toEqual(['free', 'free', 'taken']);
  expect((await stage.call('takeFollowUp', { followUpId }, { as: colleague })).status).toBe(200);
  expect(refusal(await stage.call('readFollowUp', { followUpId }, { as: worker }))).toBe('FOLLOW_UP_TAKEN');
});

it('is answered, sent back, answered again and accepted by ticket alone', async () => {
  const { worker, tickets, roundId } = await low();
  const [ticket = ''] = tickets;
  await nextMorning();
  const [{ followUpId } = { followUpId: '' }] = await mine([ticket]);
  const answer = (did: string) => stage.call('answerFollowUp', { followUpId, did }, { as: worker });
  const back = (says: object, by = ticket) => stage.call('callBack', { ticket: by, says });
  expect(refusal(await answer('修好了'))).toBe('FOLLOW_UP_UNTAKEN');
  await stage.call('takeFollowUp', { followUpId }, { as: worker });
  expect(refusal(await back({ verdict: 'accept' }))).toBe('FOLLOW_UP_UNANSWERED');
  expect((await answer('换了灯泡')).status).toBe(200);
  expect(refusal(await answer('又说一遍'))).toBe('FOLLOW_UP_SHUT');
  expect(refusal(await back({ verdict: 'accept' }, hex()))).toBe('TICKET_WRONG');
  stage.later(5);
  const sentBack = await back({ verdict: 'sendBack', why: 'partly' });
  expect(sentBack.body).toMatchObject({ state: 'open', dueAt: '2026-12-24T16:00:00.000Z' });
  expect(await mine([ticket])).toMatchObject([{ state: 'open', turns: [{ did: '换了灯泡' }, { back: 'partly' }] }]);
  await answer('三楼的也换了');
  expect((await back({ verdict: 'accept' })).body).toMatchObject({ state: 'accepted' });
  expect(refusal(await back({ verdict: 'accept' }))).toBe('FOLLOW_UP_UNANSWERED');
  expect(await listFor(worker)).toHaveLength(2);
  const facts = createSatisfaction(stage.client, 'satisfaction');
  const due = (...roundIds: string[]) =>
    facts.followUps(stage.communityId, '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', roundIds);
  expect([await due(roundId), await due(stage.id())]).toEqual([
    { due: 3, onTime: 1 },
    { due: 0, onTime: 0 },
  ]);
});

it('leaves events that name the worker who acts and never whoever gave the low answer', async () => {
  const { worker, tickets } = await low();
  await nextMorning();
  const [{ followUpId } = { followUpId: '' }] = await mine(tickets.slice(0, 1));
  await stage.call('takeFollowUp', { followUpId }, { as: worker });
  await stage.call('answerFollowUp', { followUpId, did: '换了灯泡' }, { as: worker });
  await stage.call('callBack', { ticket: tickets[0], says: { verdict: 'accept' } });
  const about = stage.said.filter(({ subject }) => subject === followUpId);
  expect(about.map(({ type, actor }) => [type, actor])).toEqual([
    ['satisfaction.follow-up-taken', worker],
    ['satisfaction.follow-up-answered', worker],
    ['satisfaction.follow-up-accepted', 'system'],
  ]);
  // the day alone, not the instant at which somebody pressed a button
  expect(about[2]?.at).toBe('2026-11-27T16:00:00.000Z');
});

it('is refused with risky words, and moved by one of two at once', async () => {
  const { worker, colleague } = await low();
  await nextMorning();
  const [{ followUpId } = { followUpId: '' }] = await listFor(worker);
  const both = await Promise.all([worker, colleague].map((as) => stage.call('takeFollowUp', { followUpId }, { as })));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const hands = await Promise.all([worker, colleague].map(async (as) => (await listFor(as)).map(({ hand }) => hand)));
  expect(hands.flat().filter((hand) => hand === 'mine')).toHaveLength(1);
  const holder = (await listFor(worker)).some(({ hand }) => hand === 'mine') ? worker : colleague;
  stage.world.check = { suggest: 'risky', label: 20003 };
  expect(refusal(await stage.call('answerFollowUp', { followUpId, did: '骂人的话' }, { as: holder }))).toBe(
    'TEXT_RISKY',
  );
  expect(refusal(await stage.call('takeFollowUp', { followUpId }, { as: holder }))).toBe('ALREADY_DONE');
});
