import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
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

const count = async (proposalId: string, type: string) =>
  (await stage.events(proposalId)).filter((event) => event.type === `resolutions.${type}`).length;

test('all who supported accept at the same moment: each is counted once, and nothing is decided before its time', async () => {
  const { at, addTask, finish, supporters, proposalId } = await standing(stage, 12);
  const taskId = await addTask();
  await finish(taskId);
  const heard = await Promise.all(
    supporters.map((as) => stage.call('answerResult', { ...at, taskId, verdict: 'accept' }, { as })),
  );
  expect(heard.map(({ status }) => status)).toEqual(Array(12).fill(200));
  expect((await stage.call('readTask', { ...at, taskId })).body).toMatchObject({
    state: 'done',
    answers: { yes: 12, no: 0 },
  });
  expect(await count(proposalId, 'answer-given')).toBe(12);
});

test('the author accepts and somebody sends back at once: one of the two comes first, and what holds follows from it', async () => {
  const { at, addTask, finish, author, supporters } = await standing(stage, 3);
  const seen = new Set<string>();
  for (let turn = 0; turn < 8; turn += 1) {
    const taskId = await addTask();
    await finish(taskId);
    const say = (as: string, verdict: string) =>
      stage.call('answerResult', { ...at, taskId, verdict, reason: '还在晃' }, { as });
    const order =
      turn % 2 === 0
        ? [say(author, 'accept'), say(supporters[0]!, 'sendBack')]
        : [say(supporters[0]!, 'sendBack'), say(author, 'accept')];
    const heard = (await Promise.all(order)).map(({ body }) => String(body['result'] ?? body['refused']));
    const { body } = await stage.call('readTask', { ...at, taskId });
    const { yes, no } = body['answers'] as { yes: number; no: number };
    const story = `${String(body['state'])} ${yes} ${no} ${heard.sort().join()}`;
    expect(['accepted 1 0 NOT_ASKING,accepted', 'done 1 1 open,open']).toContain(story);
    seen.add(story);
  }
  expect(seen.size).toBeGreaterThan(0);
});

test('two of those whose word sends back do it at once: the task is opened again once', async () => {
  const { at, addTask, finish, author, supporters, proposalId } = await standing(stage, 3);
  const taskId = await addTask();
  await finish(taskId);
  const say = (as: string) =>
    stage.call('answerResult', { ...at, taskId, verdict: 'sendBack', reason: '还在晃' }, { as });
  await Promise.all([say(author), ...supporters.map(say)]);
  expect((await stage.call('readTask', { ...at, taskId })).body).toMatchObject({ state: 'sentBack', reopens: 1 });
  expect(await count(proposalId, 'result-sent-back')).toBe(1);
});

test('many move a task at once: each change that held stands on the one before it, the others are told that it changed', async () => {
  const { at, addTask } = await standing(stage);
  const workers = await Promise.all(Array.from({ length: 6 }, () => stage.person(['worker'])));
  const taskId = await addTask();
  const extend = (as: string, i: number) =>
    stage.call('extendTask', { ...at, taskId, due: { date: `2026-12-${10 + i}` }, reason: '下雨' }, { as });
  const heard = (await Promise.all(workers.map(extend))).map(({ body }) => body['refused'] ?? 'done');
  expect(heard.filter((one) => !['done', 'STALE', 'DUE_EARLIER'].includes(String(one)))).toEqual([]);
  const held = heard.filter((one) => one === 'done').length;
  expect(held).toBeGreaterThan(0);
  expect((await stage.call('readTask', { ...at, taskId })).body).toMatchObject({ extensions: held });
  expect((await stage.call('listSteps', { ...at, taskId })).body['items']).toHaveLength(held);
});

test('a task is added while the last result is accepted: the resolution is not complete behind its back', async () => {
  const { at, addTask, finish, author, proposalId } = await standing(stage);
  const taskId = await addTask();
  await finish(taskId);
  await stage.call('answerResult', { ...at, taskId, verdict: 'accept' }, { as: author });
  const accepted = (await stage.events(proposalId)).filter(({ type }) => type.endsWith('result-accepted'));
  const both = await Promise.allSettled([addTask(), stage.bring(accepted[0])]);
  const { body } = await stage.call('readResolution', at);
  const added = both[0].status === 'fulfilled';
  expect(body['tasks']).toBe(added ? 2 : 1);
  expect(body['completedAt'] === undefined).toBe(added);
});

test('the same answer sent twice with one key is counted once and answered alike', async () => {
  const { at, addTask, finish, author } = await standing(stage);
  const taskId = await addTask();
  await finish(taskId);
  const say = () =>
    stage.call('answerResult', { ...at, taskId, verdict: 'accept' }, { as: author, key: 'one-intent-000001' });
  const [first, second] = await Promise.all([say(), say()]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect((await say()).headers['idempotent-replayed']).toBe('true');
});

test('the tick and the bus may run twice at once, and an engine that is contended is asked again', async () => {
  let left = 3;
  const contended = (client: DynamoDBDocumentClient) =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand' && left > 0) {
          left -= 1;
          throw Object.assign(new Error('busy'), { name: 'ThrottlingError' });
        }
        return next(args);
      },
      { step: 'initialize', name: 'contended' },
    );
  const busy = stageFollowUp(engine.endpoint, contended as never);
  const { at, addTask, finish, proposalId } = await standing(busy);
  const taskId = await addTask();
  await finish(taskId);
  busy.world.now = new Date(busy.world.now.getTime() + 8 * 86_400_000);
  await busy.index(proposalId);
  await Promise.all([busy.flow(proposalId), busy.flow(proposalId)].map((run) => run.catch(() => undefined)));
  await busy.flow(proposalId);
  expect((await busy.call('readResolution', at)).body).toMatchObject({ completedAt: expect.any(String) as string });
  const types = (await busy.events(proposalId)).map(({ type }) => type);
  expect(types.filter((type) => /accepted|completed/.test(type)).sort()).toEqual([
    'resolutions.completed',
    'resolutions.result-accepted',
  ]);
  busy.close();
});
