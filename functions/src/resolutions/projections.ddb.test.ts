import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { marshall } from '@aws-sdk/util-dynamodb';
import { indexTasks } from './index-tasks';
import { settleEnds } from './settle-ends';
import { standing, stageFollowUp, type Stage } from './test-follow-up';

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

const record = (item: Record<string, unknown>, SequenceNumber = '1') => ({
  eventName: 'MODIFY' as const,
  dynamodb: { SequenceNumber, NewImage: marshall(item, { removeUndefinedValues: true }) as never },
});
const openIds = async (as: string) =>
  ((await stage.call('listOpenTasks', {}, { as })).body['items'] as { taskId: string }[]).map(({ taskId }) => taskId);
const wait = (days: number) => void (stage.world.now = new Date(stage.world.now.getTime() + days * 86_400_000));

test('records that come twice, or an old one after a new one, change nothing on the lists', async () => {
  const { at, addTask, finish, worker, proposalId } = await standing(stage);
  const taskId = await addTask();
  const [before] = await stage.repo.tasks.all(stage.communityId, proposalId);
  await stage.index(proposalId);
  expect(await openIds(worker)).toEqual([taskId]);
  await finish(taskId);
  await stage.index(proposalId);
  await indexTasks({ repo: stage.repo })({ Records: [record({ ...before }), record({ ...before })] });
  expect(await openIds(worker)).toEqual([]);
  void at;
});

test('a task that is extended moves on the lists, and one that is given to another leaves the first one’s', async () => {
  const { at, addTask, worker, proposalId } = await standing(stage);
  const [a, b] = [await stage.person(['buildingHead'], '赵楼长'), await stage.person(['buildingHead'], '钱楼长')];
  const first = await addTask({ due: { date: '2026-11-25' }, owner: { personId: a } });
  const second = await addTask({ due: { date: '2026-11-27' } });
  await stage.index(proposalId);
  expect(await openIds(worker)).toEqual([first, second]);
  await stage.call('extendTask', { ...at, taskId: first, due: { date: '2026-12-10' }, reason: '下雨' }, { as: a });
  await stage.call('reassignTask', { ...at, taskId: first, owner: { personId: b }, reason: '出差' }, { as: worker });
  await stage.index(proposalId);
  expect(await openIds(worker)).toEqual([second, first]);
  const mine = async (as: string) => (await stage.call('listMyTasks', {}, { as })).body['items'] as unknown[];
  expect([(await mine(a)).length, (await mine(b)).length]).toEqual([0, 1]);
});

test('what sent a task back puts it on the list again', async () => {
  const { at, addTask, finish, author, worker, proposalId } = await standing(stage);
  const taskId = await addTask();
  await finish(taskId);
  await stage.index(proposalId);
  expect(await openIds(worker)).toEqual([]);
  await stage.call('answerResult', { ...at, taskId, verdict: 'sendBack', reason: '还在晃' }, { as: author });
  await stage.index(proposalId);
  expect(await openIds(worker)).toEqual([taskId]);
});

test('steps, words, settings and removed items are nobody’s to index; a table that is away is asked again from that record', async () => {
  const { addTask, proposalId } = await standing(stage);
  await addTask();
  const [task] = await stage.repo.tasks.all(stage.communityId, proposalId);
  const others = [
    { pk: 'c#m#p', sk: 'words#t' },
    { pk: 'c#m#p#t#t', sk: 'step' },
    { pk: 'c#settings', sk: 'follow-up' },
  ];
  const gone = { eventName: 'REMOVE' as const, dynamodb: { SequenceNumber: '9' } };
  const quiet = await indexTasks({ repo: stage.repo })({ Records: [...others.map((one) => record(one)), gone] });
  expect(quiet.batchItemFailures).toEqual([]);
  const away = { ...stage.repo, due: { ...stage.repo.due, keep: () => Promise.reject(new Error('away')) } };
  const failed = await indexTasks({ repo: away })({ Records: [record(others[0]!, '1'), record({ ...task }, '2')] });
  expect(failed.batchItemFailures).toEqual([{ itemIdentifier: '2' }]);
});

test('one that cannot be settled does not keep the others waiting; the tick fails and comes again', async () => {
  const { at, addTask, finish, proposalId } = await standing(stage);
  const [bad, good] = [await addTask(), await addTask()];
  for (const taskId of [bad, good]) await finish(taskId);
  await stage.index(proposalId);
  wait(8);
  const { task } = stage.repo.tasks;
  const failing = {
    ...stage.repo,
    tasks: {
      ...stage.repo.tasks,
      task: (ids: Parameters<typeof task>[0]) => (ids.taskId === bad ? Promise.reject(new Error('away')) : task(ids)),
    },
  };
  const ticking = { ledger: stage.ledger, clock: stage.clock };
  await expect(settleEnds({ ...ticking, repo: failing })()).rejects.toThrow(/1 of \d+ could not be settled/);
  const stateOf = async (taskId: string) => (await stage.call('readTask', { ...at, taskId })).body['state'];
  expect([await stateOf(bad), await stateOf(good)]).toEqual(['done', 'accepted']);
  await settleEnds({ ...ticking, repo: stage.repo })();
  expect(await stateOf(bad)).toBe('accepted');
});

test('an index row that lags tells of a round that has ended already, and nothing is settled twice', async () => {
  const { at, addTask, finish, author, proposalId } = await standing(stage);
  const taskId = await addTask();
  await finish(taskId);
  await stage.index(proposalId);
  await stage.call('answerResult', { ...at, taskId, verdict: 'accept' }, { as: author });
  wait(8);
  expect(await settleEnds({ repo: stage.repo, ledger: stage.ledger, clock: stage.clock })()).toBeGreaterThan(0);
  const accepted = (await stage.events(proposalId)).filter(({ type }) => type === 'resolutions.result-accepted');
  expect(accepted).toHaveLength(1);
});

test.each([
  [{ workingDays: 1 }, '2026-11-24T16:00:00.000Z', false],
  [{ workingDays: 5 }, '2026-11-30T16:00:00.000Z', false],
  [{ date: '2026-11-23' }, '2026-11-23T16:00:00.000Z', false],
  [{ workingDays: 28 }, '2026-12-31T16:00:00.000Z', false],
])('a task due in %j is late from %s on', async (due, dueAt, estimated) => {
  const { at, addTask } = await standing(stage);
  const taskId = await addTask({ due });
  expect((await stage.call('readTask', { ...at, taskId })).body).toMatchObject({ dueAt, firstDueAt: dueAt, estimated });
});

test('a term that passes into a year whose holidays are not announced says that it is an estimate', async () => {
  const { at, addTask } = await standing(stage);
  const { knows } = await (await import('../kernel/calendar')).loadCalendar();
  const taskId = await addTask({ due: { workingDays: 29 } });
  const { body } = await stage.call('readTask', { ...at, taskId });
  expect(body['estimated']).toBe(!knows(2027));
  if (!knows(2027)) expect(body['dueAt']).toBe('2027-01-04T16:00:00.000Z');
});

test('nothing of a task is there for another matter or another community', async () => {
  const { at, addTask, worker, author } = await standing(stage);
  const taskId = await addTask();
  const other = stage.id();
  for (const ids of [
    { proposalId: other, taskId },
    { ...at, taskId: other },
  ]) {
    expect((await stage.call('readTask', ids)).body).toEqual({ refused: 'NOT_FOUND' });
    expect((await stage.call('listSteps', ids)).body).toEqual({ refused: 'NOT_FOUND' });
    expect((await stage.call('listAnswers', ids)).body).toEqual({ refused: 'NOT_FOUND' });
    const moved = await stage.call('progressTask', { ...ids, state: 'doing' }, { as: worker });
    expect(moved.body).toEqual({ refused: 'NOT_FOUND' });
    const answered = await stage.call('answerResult', { ...ids, verdict: 'accept' }, { as: author });
    expect(['NOT_FOUND', 'NOT_FOLLOWING']).toContain(answered.body['refused']);
    const seconded = await stage.call('secondSendBack', ids, { as: await stage.person() });
    expect(seconded.body).toEqual({ refused: 'NOT_FOUND' });
  }
  const published = { ...at, taskId, round: 1, personId: author };
  expect((await stage.call('publishReason', published, { as: worker })).body).toEqual({ refused: 'NOT_FOUND' });
});
