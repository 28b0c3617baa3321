import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { cutOff } from '../kernel/test-faults';
import { keepPromises } from './keep-promises';
import { stageFollowUp, type Stage } from './test-follow-up';

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

const DUE = '2026-12-10T16:00:00.000Z';
const refusal = ({ body }: { body: Record<string, unknown> }) => body['refused'];

/** What a community promised after a round, in one version; `tell` brings the event of it. */
const promised = (count = 2) => {
  const roundId = stage.id();
  const doing = Array.from({ length: count }, (_, i) => ({
    ...{ taskId: stage.id(), title: `第 ${i + 1} 件`, what: '全换感应灯。', listRef: 'assist' as const },
    ...{ owner: { kind: 'outside' as const, name: '物业公司' }, dueAt: DUE, estimated: false },
  }));
  stage.promised.set(`${roundId}#1`, { title: '2026年第四季度社区工作满意度调查的回应', doing });
  const event = (version = 1) => ({
    ...{ id: stage.id(), scope: stage.communityId, subject: roundId, at: stage.world.now.toISOString() },
    ...{ type: version === 1 ? 'satisfaction.answer-published' : 'satisfaction.answer-amended', data: { version } },
  });
  const at = { proposalId: roundId };
  const read = async () => (await stage.call('readResolution', at)).body as { items: Record<string, unknown>[] };
  return { roundId, at, doing, event, read };
};

test('each promise becomes a task in the open, once, however often the event comes', async () => {
  const { event, read, roundId, doing } = promised();
  const told = event();
  await Promise.all([stage.bring(told), stage.bring(told)]);
  await stage.bring(told);
  const chain = await read();
  expect(chain).toMatchObject({ proposalId: roundId, tasks: 2, title: expect.stringContaining('第四季度') });
  expect(chain).not.toHaveProperty('voteId');
  expect(chain.items.map(({ taskId }) => taskId).sort()).toEqual(doing.map(({ taskId }) => taskId).sort());
  expect(chain.items).toMatchObject(
    Array(2).fill({ state: 'notStarted', owner: { name: '物业公司' }, dueAt: DUE, firstDueAt: DUE, listRef: 'assist' }),
  );
  const events = (await stage.events(roundId)).filter(({ type }) => type === 'resolutions.task-added');
  expect(events.map(({ data }) => data['taskId']).sort()).toEqual(doing.map(({ taskId }) => taskId).sort());
  // whoever counts what was decided tells them from the tasks of a decision
  expect(events.map(({ data }) => data['promise'])).toEqual([true, true]);
  expect(JSON.stringify(events)).not.toMatch(/感应灯|物业/);
});

test('killed between two tasks it goes on when the event comes again', async () => {
  const { event, read } = promised(3);
  let acts = 0;
  const ledger: typeof stage.ledger = {
    ...stage.ledger,
    transact: async (items, token) => {
      acts += 1;
      if (acts === 2) throw cutOff();
      return stage.ledger.transact(items, token);
    },
  };
  const told = event();
  const promises = async () => stage.promised.get(`${told.subject}#1`);
  await expect(keepPromises(told, { repo: stage.repo, ledger, promises })).rejects.toThrow();
  expect((await read()).items).toHaveLength(1);
  await stage.bring(told);
  expect(await read()).toMatchObject({ tasks: 3, items: [{}, {}, {}] });
});

test('a later version adds its promises to those that stand', async () => {
  const { event, read, roundId, doing } = promised(1);
  await stage.bring(event());
  const later = { ...doing[0]!, taskId: stage.id(), title: '再加一件' };
  stage.promised.set(`${roundId}#2`, { title: '回应', doing: [later] });
  await stage.bring(event(2));
  expect(await read()).toMatchObject({ tasks: 2, title: expect.stringContaining('第四季度') });
});

test('an event without its version fails, so that it comes again', async () => {
  const { event } = promised();
  await expect(stage.bring(event(7))).rejects.toThrow('without its promises');
});

test('whoever lives there accepts or sends back; it is never complete, and nobody adds a task by another way', async () => {
  const { event, at, doing, read, roundId } = promised(1);
  await stage.bring(event());
  const taskId = doing[0]!.taskId;
  const [worker, ...residents] = [
    await stage.person(['worker'], '王工'),
    ...(await Promise.all([1, 2, 3].map(async () => stage.person()))),
  ];
  const done = () => stage.call('progressTask', { ...at, taskId, state: 'done', note: '换好了' }, { as: worker });
  expect((await done()).status).toBe(200);
  const task = await stage.call('readTask', { ...at, taskId }, { as: residents[0] ?? '' });
  expect(task.body['mine']).toMatchObject({ author: false, supporter: true });
  expect(refusal(await stage.call('secondSendBack', { ...at, taskId }, { as: residents[0] ?? '' }))).toBe(
    'ANSWER_YOURSELF',
  );
  for (const as of residents)
    await stage.call('answerResult', { ...at, taskId, verdict: 'sendBack', reason: '还有两盏不亮' }, { as });
  expect((await read()).items).toMatchObject([{ state: 'sentBack', reopens: 1 }]);
  await done();
  await stage.call('answerResult', { ...at, taskId, verdict: 'accept' }, { as: residents[0] ?? '' });
  stage.world.now = new Date(stage.world.now.getTime() + 8 * 86_400_000);
  await stage.flow(roundId);
  expect((await read()).items).toMatchObject([{ state: 'accepted' }]);
  expect(await read()).not.toHaveProperty('completedAt');
  const add = { title: '另一件', what: '做。', owner: { outside: '物业' }, due: { workingDays: 5 }, listRef: 'duty' };
  expect(refusal(await stage.call('addTask', { ...at, ...add }, { as: worker }))).toBe('NOT_FOUND');
});
