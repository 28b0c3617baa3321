import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { DAY } from '@gongzhi/shared/kernel/time';
import { FOLLOW_UP_DEFAULTS } from '@gongzhi/shared/resolutions/rule-sets';
import { wayKey } from '../kernel/ways';
import { carriedOut, standing, stageFollowUp, type Stage } from './test-follow-up';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'procedures', 'resolutions']);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageFollowUp(engine.endpoint);
});
afterEach(() => stage.close());

const pass = (minutes: number) => void (stage.world.now = new Date(stage.world.now.getTime() + minutes * 60_000));

test('a vote that passed makes a resolution stand, once however often its event comes; one that did not, does not', async () => {
  const { proposalId } = await stage.matter(2);
  await stage.bring(stage.decided(proposalId, 'rejected'));
  await stage.bring('not an event');
  expect((await stage.call('readResolution', { proposalId })).body).toEqual({ refused: 'NOT_FOUND' });
  const event = stage.decided(proposalId);
  await stage.bring(event);
  await stage.bring(event);
  await stage.bring(stage.decided(proposalId));
  const { body } = await stage.call('readResolution', { proposalId });
  expect(body).toEqual({
    proposalId,
    communityId: stage.communityId,
    title: '加装扶手',
    voteId: event.data.voteId,
    decidedAt: event.at,
    tasks: 0,
    items: [],
  });
  expect((await stage.call('listResolutions')).body['items']).toHaveLength(1);
});

test('nothing is carried out while its result still hangs out, and the answer says until when', async () => {
  const { proposalId } = await stage.matter(2);
  const way = carriedOut(stage.world.now);
  const endsAt = new Date(stage.world.now.getTime() + 3 * DAY).toISOString();
  const result = { eventId: 'e', at: stage.world.now.toISOString(), endsAt, facts: {} };
  await stage.put('procedures', {
    ...wayKey(stage.communityId, proposalId),
    ...way,
    numbers: { ...way.numbers, result: 3 },
    evidence: { ...way.evidence, result },
  });
  await stage.bring(stage.decided(proposalId));
  const task = {
    ...{ proposalId, title: '装扶手', what: '每层装扶手。', listRef: 'assist' },
    ...{ owner: { outside: '物业公司' }, due: { workingDays: 10 } },
  };
  const as = await stage.person(['worker']);
  expect((await stage.call('addTask', task, { as })).body).toMatchObject({
    ...{ refused: 'STEP_BLOCKED', facts: { step: '结果公示', why: expect.stringContaining('满期') } },
  });
  pass((3 * DAY) / 60_000);
  expect((await stage.call('addTask', task, { as })).status).toBe(200);
});

test('a worker makes it tasks; its owner is a member with a role or somebody outside by name', async () => {
  const { at, worker, addTask, proposalId } = await standing(stage);
  const head = await stage.person(['resident', 'buildingHead'], '赵楼长');
  const taskId = await addTask({ owner: { personId: head }, due: { date: '2026-12-31' } });
  stage.world.now = new Date(stage.world.now.getTime() + 1_000);
  await addTask({ owner: { outside: '街道城管办', reference: '（2026）12号' }, listRef: 'none' });
  const { body } = await stage.call('readResolution', at);
  expect(body).toMatchObject({
    tasks: 2,
    items: [
      {
        owner: { kind: 'outside', name: '街道城管办', reference: '（2026）12号' },
        listRef: 'none',
        dueAt: '2026-11-30T16:00:00.000Z',
      },
      {
        taskId,
        owner: { kind: 'member', personId: head, name: '赵楼长', role: 'buildingHead' },
        dueAt: '2026-12-31T16:00:00.000Z',
      },
    ],
  });
  const refused = async (more: object) =>
    (
      await stage.call(
        'addTask',
        { ...at, title: '装', what: '装', owner: { outside: '物' }, due: { workingDays: 1 }, listRef: 'duty', ...more },
        { as: worker },
      )
    ).body;
  expect(await refused({ owner: { personId: stage.id() } })).toEqual({ refused: 'NO_SUCH_OWNER' });
  expect(await refused({ due: { date: '2026-11-22' } })).toEqual({ refused: 'DUE_PAST' });
  expect(await refused({ proposalId: stage.id() })).toEqual({ refused: 'NOT_FOUND' });
  expect(await refused({ due: { workingDays: 0 } })).toHaveProperty('issues');
  expect((await stage.events(proposalId)).map(({ type, data }) => [type, data['ownerId'] ?? null])).toEqual([
    ['resolutions.task-added', head],
    ['resolutions.task-added', null],
  ]);
});

test('a resolution has at most twenty tasks, however many workers add them at once', async () => {
  const { addTask, at } = await standing(stage);
  const tries = await Promise.allSettled(Array.from({ length: 24 }, () => addTask()));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect((await stage.call('readResolution', at)).body['items']).toHaveLength(20);
});

test('progress goes on by its owner or a worker, in words and without percentages; nobody else moves it', async () => {
  const { at, worker, addTask, author } = await standing(stage);
  const owner = await stage.person(['resident', 'buildingHead'], '赵楼长');
  const taskId = await addTask({ owner: { personId: owner } });
  const move = async (state: string, as: string, note?: string) =>
    (await stage.call('progressTask', { ...at, taskId, state, ...(note ? { note } : {}) }, { as })).body;
  expect(await move('doing', author)).toEqual({ refused: 'NOT_TASK_OWNER' });
  expect(await move('doing', owner, '量好了尺寸')).toMatchObject({ state: 'doing' });
  expect(await move('blocked', worker, '等电梯停运')).toMatchObject({ state: 'blocked' });
  expect(await move('done', owner)).toMatchObject({ state: 'done' });
  expect(await move('doing', worker)).toEqual({ refused: 'AWAITING_ANSWER' });
  const steps = (await stage.call('listSteps', { ...at, taskId })).body['items'] as { kind: string; words?: string }[];
  expect(steps.map(({ kind, words }) => [kind, words]).sort()).toEqual(
    [
      ['progress', '量好了尺寸'],
      ['blocked', '等电梯停运'],
      ['done', undefined],
    ].sort(),
  );
});

test('more time is given with a reason everybody reads; the first due date stays, and nothing is edited away', async () => {
  const { at, worker, addTask, proposalId } = await standing(stage);
  const taskId = await addTask();
  const extend = async (due: object, reason = '材料没到') =>
    (await stage.call('extendTask', { ...at, taskId, due, reason }, { as: worker })).body;
  expect(await extend({ date: '2026-11-25' })).toEqual({ refused: 'DUE_EARLIER' });
  expect(await extend({ date: '2026-11-30' })).toEqual({ refused: 'DUE_EARLIER' });
  expect(await extend({ date: '2026-12-04' })).toMatchObject({ dueAt: '2026-12-04T16:00:00.000Z' });
  expect(await extend({ date: '2026-12-11' }, '工人不够')).toMatchObject({ dueAt: '2026-12-11T16:00:00.000Z' });
  const other = await stage.person(['councilMember'], '周议事员');
  await stage.call('reassignTask', { ...at, taskId, owner: { personId: other }, reason: '物业撤场' }, { as: worker });
  const { body } = await stage.call('readTask', { ...at, taskId });
  expect(body).toMatchObject({ firstDueAt: '2026-11-30T16:00:00.000Z', extensions: 2, owner: { name: '周议事员' } });
  const steps = (await stage.call('listSteps', { ...at, taskId })).body['items'] as { words: string }[];
  expect(steps.map(({ words }) => words).sort()).toEqual(['工人不够', '材料没到', '物业撤场']);
  const data = (await stage.events(proposalId)).map((event) => JSON.stringify(event.data));
  expect(data.join()).not.toMatch(/材料|工人|物业/);
  expect(data).toHaveLength(4);
});

test('the author sends back with a reason and the task is open again; then accepts, and the resolution is complete', async () => {
  const { at, addTask, finish, author, proposalId } = await standing(stage);
  const taskId = await addTask();
  const answer = async (verdict: string, reason?: string) =>
    (await stage.call('answerResult', { ...at, taskId, verdict, ...(reason ? { reason } : {}) }, { as: author })).body;
  expect(await answer('accept')).toEqual({ refused: 'NOT_ASKING' });
  await finish(taskId);
  expect(await answer('sendBack')).toHaveProperty('issues');
  expect(await answer('sendBack', '二楼没有装')).toMatchObject({ result: 'reopened' });
  expect((await stage.call('readTask', { ...at, taskId })).body).toMatchObject({ state: 'sentBack', reopens: 1 });
  await finish(taskId);
  expect(await answer('accept')).toMatchObject({ result: 'accepted' });
  const said = (await stage.call('listAnswers', { ...at, taskId })).body['items'];
  expect(said).toMatchObject([
    { round: 2, verdict: 'accept', author: true },
    { round: 1, verdict: 'sendBack', reason: '二楼没有装' },
  ]);
  await stage.flow(proposalId);
  expect((await stage.call('readResolution', at)).body).toMatchObject({
    completedAt: stage.world.now.toISOString(),
    review: { phase: 'before', n: 0, opensAt: new Date(stage.world.now.getTime() + 30 * 86_400_000).toISOString() },
  });
  const types = (await stage.events(proposalId)).map(({ type }) => type);
  for (const type of ['task-done', 'result-sent-back', 'result-accepted', 'completed'])
    expect(types).toContain(`resolutions.${type}`);
  await stage.flow(proposalId);
  expect((await stage.events(proposalId)).filter(({ type }) => type === 'resolutions.completed')).toHaveLength(1);
});

test('three who supported send back, or fewer with neighbours who second them; neighbours alone cannot', async () => {
  const { at, addTask, finish, supporters } = await standing(stage);
  const taskId = await addTask();
  await finish(taskId);
  const neighbours = await Promise.all(Array.from({ length: 4 }, () => stage.person()));
  const second = async (as: string) => (await stage.call('secondSendBack', { ...at, taskId }, { as })).body;
  const sendBack = async (as = '') =>
    (await stage.call('answerResult', { ...at, taskId, verdict: 'sendBack', reason: '还在晃' }, { as })).body;
  expect(await second(neighbours[0]!)).toEqual({ refused: 'NOTHING_TO_SECOND' });
  expect(await sendBack(neighbours[0])).toEqual({ refused: 'NOT_FOLLOWING' });
  expect(await sendBack(supporters[0])).toMatchObject({ result: 'open' });
  expect(await sendBack(supporters[0])).toEqual({ refused: 'ALREADY_DONE' });
  expect(await second(supporters[1]!)).toEqual({ refused: 'ANSWER_YOURSELF' });
  for (const one of neighbours.slice(0, 3)) expect(await second(one)).toMatchObject({ result: 'open' });
  expect(await second(neighbours[0]!)).toEqual({ refused: 'ALREADY_DONE' });
  expect((await stage.call('readTask', { ...at, taskId }, { as: neighbours[0]! })).body).toMatchObject({
    answers: { no: 1, seconds: 3 },
    mine: { seconded: true, author: false, supporter: false },
  });
  expect(await sendBack(supporters[1])).toMatchObject({ result: 'reopened' });
});

test('when the time to answer is over the majority of answers holds, silence accepts, and a tie sends back', async () => {
  const { at, addTask, finish, supporters, proposalId } = await standing(stage);
  const [silent, tied, most] = [await addTask(), await addTask(), await addTask()];
  const say = (taskId: string, who: number, verdict: string) =>
    stage.call('answerResult', { ...at, taskId, verdict, reason: '说明' }, { as: supporters[who]! });
  for (const taskId of [silent, tied, most]) await finish(taskId);
  await say(tied, 0, 'accept');
  await say(tied, 1, 'sendBack');
  await say(most, 0, 'accept');
  await say(most, 1, 'accept');
  await say(most, 2, 'sendBack');
  pass(FOLLOW_UP_DEFAULTS.answerMinutes - 1);
  await stage.flow(proposalId);
  expect((await stage.repo.tasks.all(stage.communityId, proposalId)).map(({ state }) => state)).toEqual([
    'done',
    'done',
    'done',
  ]);
  pass(1);
  expect((await say(silent, 0, 'accept')).body).toEqual({ refused: 'NOT_ASKING' });
  await stage.flow(proposalId);
  await stage.flow(proposalId);
  const states = await Promise.all(
    [silent, tied, most].map(async (taskId) => (await stage.call('readTask', { ...at, taskId })).body),
  );
  expect(states).toMatchObject([
    { state: 'accepted', acceptedInSilence: true },
    { state: 'sentBack', reopens: 1 },
    { state: 'accepted', acceptedInSilence: false },
  ]);
});

test('a reason the content check is not sure of waits for a worker; the answer counts all the same', async () => {
  const { at, addTask, finish, author, worker, supporters } = await standing(stage);
  const taskId = await addTask();
  await finish(taskId);
  stage.world.check = { suggest: 'risky', label: 20003 };
  const answer = (more: object) =>
    stage.call('answerResult', { ...at, taskId, verdict: 'sendBack', reason: '骂人的话', ...more }, { as: author });
  expect((await answer({})).body).toMatchObject({ refused: 'TEXT_RISKY' });
  expect((await answer({ askReview: true })).body).toMatchObject({ result: 'reopened', waiting: true });
  const reason = async (as?: string) =>
    ((await stage.call('listAnswers', { ...at, taskId }, as ? { as } : {})).body['items'] as { reason?: string }[])[0]
      ?.reason;
  expect([await reason(), await reason(supporters[0]), await reason(author), await reason(worker)]).toEqual([
    undefined,
    undefined,
    '骂人的话',
    '骂人的话',
  ]);
  const publish = () => stage.call('publishReason', { ...at, taskId, round: 1, personId: author }, { as: worker });
  expect((await publish()).status).toBe(200);
  expect((await publish()).body).toEqual({ refused: 'ALREADY_DECIDED' });
  expect(await reason()).toBe('骂人的话');
});

test('the review opens and ends by the clock; figures are shown from five answers on, and words without names', async () => {
  const { at, addTask, finish, author, supporters, proposalId } = await standing(stage, 5);
  const chair = await stage.person(['chair']);
  const rule = { ...FOLLOW_UP_DEFAULTS, reviewAfterMinutes: 60, reviewMinutes: 60 };
  await stage.call('changeFollowUp', rule, { as: chair });
  expect((await stage.call('readFollowUp')).body).toEqual(rule);
  const taskId = await addTask();
  await finish(taskId);
  await stage.call('answerResult', { ...at, taskId, verdict: 'accept' }, { as: author });
  await stage.flow(proposalId);
  const review = async (as: string, verdict = 'helped', word?: string) =>
    (await stage.call('answerReview', { ...at, verdict, ...(word ? { word } : {}) }, { as })).body;
  expect(await review(author)).toEqual({ refused: 'NOT_REVIEWING' });
  pass(60);
  await stage.flow(proposalId);
  for (const [i, one] of supporters.slice(0, 4).entries())
    expect(await review(one, i === 0 ? 'partly' : 'helped', '放心多了')).toMatchObject({ proposalId });
  expect(await review(supporters[0]!)).toEqual({ refused: 'ALREADY_DONE' });
  expect(await review(await stage.person())).toEqual({ refused: 'NOT_FOLLOWING' });
  const shown = async () => (await stage.call('readResolution', at)).body['review'];
  expect(await shown()).toMatchObject({ phase: 'open', n: 4 });
  expect(await shown()).not.toHaveProperty('figures');
  expect((await stage.call('listWords', at)).body).toEqual({ items: [] });
  await review(author, 'not');
  expect(await shown()).toMatchObject({ n: 5, figures: { helped: 3, partly: 1, not: 1 } });
  expect((await stage.call('listWords', at)).body['items']).toEqual(Array(4).fill({ word: '放心多了' }));
  pass(60);
  await stage.flow(proposalId);
  await stage.flow(proposalId);
  const events = (await stage.events(proposalId)).filter(({ type }) => /review/.test(type));
  const of = (type: string) => events.filter((event) => event.type === `resolutions.${type}`);
  expect([of('review-opened'), of('review-answered'), of('reviewed')].map((some) => some.length)).toEqual([1, 5, 1]);
  expect(of('reviewed')[0]?.data).toMatchObject({ n: 5, helped: 3, partly: 1, not: 1 });
  expect(of('review-answered').map(({ data }) => data)).toEqual(Array(5).fill({}));
  expect(await review(supporters[4]!)).toEqual({ refused: 'NOT_REVIEWING' });
});

test('open tasks stand in the order of their due dates, one’s own among them, and leave when they are done', async () => {
  const { addTask, finish, worker, proposalId } = await standing(stage);
  const owner = await stage.person(['buildingHead'], '赵楼长');
  const late = await addTask({ due: { date: '2026-12-20' }, owner: { personId: owner } });
  const soon = await addTask({ due: { date: '2026-11-24' } });
  await stage.index(proposalId);
  const list = async (name: 'listOpenTasks' | 'listMyTasks', as: string) =>
    ((await stage.call(name, {}, { as })).body['items'] as { taskId: string }[]).map(({ taskId }) => taskId);
  expect(await list('listOpenTasks', worker)).toEqual([soon, late]);
  expect(await list('listMyTasks', owner)).toEqual([late]);
  expect(await list('listMyTasks', worker)).toEqual([]);
  await finish(soon);
  await stage.index(proposalId);
  expect(await list('listOpenTasks', worker)).toEqual([late]);
});
