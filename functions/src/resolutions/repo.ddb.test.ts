import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { FOLLOW_UP_DEFAULTS } from '@gongzhi/shared/resolutions/rule-sets';
import { standing, stageFollowUp, type Name, type Stage } from './test-follow-up';

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

/** A call that must succeed within the write units its contract promises; resolves to what it wrote. */
const within = async (name: Name, input: Record<string, unknown>, as: string) => {
  const answer = await stage.call(name, input, { as });
  expect({ name, status: answer.status, body: answer.body }).toMatchObject({ name, status: 200 });
  const most = (resolutions[name] as { units?: number }).units ?? 8;
  expect({ name, write: answer.units.write, fits: answer.units.write <= most }).toMatchObject({ name, fits: true });
  return answer;
};
const long = (n: number) => '长'.repeat(n);

test('every command stays within the write units of its contract, with the longest words too', async () => {
  const { at, worker, author, supporters } = await standing(stage);
  const written: Record<string, number> = {};
  const walk = async (name: Name, input: Record<string, unknown>, as: string) => {
    const answer = await within(name, input, as);
    written[name] = Math.max(written[name] ?? 0, answer.units.write);
    return answer;
  };
  const owner = { outside: long(30), reference: long(30) };
  const task = { title: long(40), what: long(300), owner, due: { workingDays: 10 }, listRef: 'none' };
  const added = await walk('addTask', { ...at, ...task }, worker);
  const ids = { ...at, taskId: added.body['taskId'] };
  await walk('progressTask', { ...ids, state: 'blocked', note: long(200) }, worker);
  await walk('extendTask', { ...ids, due: { date: '2027-01-15' }, reason: long(100) }, worker);
  await walk('reassignTask', { ...ids, owner, reason: long(100) }, worker);
  await walk('progressTask', { ...ids, state: 'done', note: long(200) }, worker);
  stage.world.check = 'unavailable';
  const said = await walk('answerResult', { ...ids, verdict: 'sendBack', reason: long(100) }, supporters[0]!);
  expect(said.body).toMatchObject({ waiting: true });
  await walk('secondSendBack', ids, await stage.person());
  await walk('publishReason', { ...ids, round: 1, personId: supporters[0] }, worker);
  await walk('answerResult', { ...ids, verdict: 'sendBack', reason: long(100) }, author);
  await walk('progressTask', { ...ids, state: 'done', note: long(200) }, worker);
  await walk('answerResult', { ...ids, verdict: 'accept' }, author);
  await walk('changeFollowUp', { ...FOLLOW_UP_DEFAULTS, reviewAfterMinutes: 0 }, worker);
  await stage.flow(at.proposalId);
  await walk('answerReview', { ...at, verdict: 'partly', word: long(20) }, author);
  expect(written).toMatchInlineSnapshot(`
    {
      "addTask": 9,
      "answerResult": 7,
      "answerReview": 7,
      "changeFollowUp": 5,
      "extendTask": 7,
      "progressTask": 7,
      "publishReason": 5,
      "reassignTask": 7,
      "secondSendBack": 7,
    }
  `);
});

test('a result that is refused writes nothing', async () => {
  const { at, addTask, supporters } = await standing(stage);
  const taskId = await addTask();
  const answer = await stage.call('answerResult', { ...at, taskId, verdict: 'accept' }, { as: supporters[0]! });
  expect([answer.body, answer.units.write]).toEqual([{ refused: 'NOT_ASKING' }, 0]);
});

test('every list and page reads the same units however much there is', async () => {
  const { at, worker, addTask, author, finish, proposalId } = await standing(stage, 2);
  const taskId = await addTask();
  const reads = async () => {
    const units: Record<string, number> = {};
    const ask = async (name: Name, input: Record<string, unknown>, as?: string) => {
      units[name] = (await stage.call(name, input, as ? { as } : {})).units.read;
    };
    await ask('listResolutions', {});
    await ask('readTask', { ...at, taskId }, author);
    await ask('listSteps', { ...at, taskId });
    await ask('listAnswers', { ...at, taskId });
    await ask('listOpenTasks', {}, worker);
    return units;
  };
  const fill = async (many: number) => {
    for (let i = 0; i < many; i += 1)
      await stage.call('progressTask', { ...at, taskId, state: 'doing', note: `第${i}天` }, { as: worker });
    const { proposalId: _own, ...task } = (await stage.repo.tasks.all(stage.communityId, proposalId)).map((item) => ({
      proposalId,
      ...item,
    }))[0]!;
    for (let i = 0; i < many; i += 1) {
      const other = { ...task, pk: `${stage.communityId}#m#${stage.id()}` };
      await stage.put('resolutions', other);
      const [communityId = '', , p = ''] = other.pk.split('#');
      await stage.repo.due.keep({
        pk: `${communityId}#due`,
        sk: `${p}#${taskId}`,
        version: 1,
        gpk: `${communityId}#open`,
        gsk: `${task.dueAt}#${i}`,
      });
      await stage.bring(stage.decided(stage.id()));
    }
  };
  await fill(22);
  await stage.index(proposalId);
  const few = await reads();
  await fill(80);
  expect(await reads()).toEqual(few);
  for (const [name, units] of Object.entries(few)) expect({ name, small: units <= 32 }).toEqual({ name, small: true });
  void finish;
});

test('a cursor that was changed, or belongs to another list, is refused', async () => {
  const { at, addTask, worker } = await standing(stage);
  const taskId = await addTask();
  for (let i = 0; i < 21; i += 1) await stage.call('progressTask', { ...at, taskId, state: 'doing' }, { as: worker });
  const { next } = (await stage.call('listSteps', { ...at, taskId })).body as { next: string };
  expect((await stage.call('listSteps', { ...at, taskId, cursor: next })).body['items']).toHaveLength(1);
  expect((await stage.call('listSteps', { ...at, taskId, cursor: `${next}x` })).body).toEqual({
    refused: 'BAD_CURSOR',
  });
  expect((await stage.call('listAnswers', { ...at, taskId, cursor: next })).body).toEqual({ refused: 'BAD_CURSOR' });
});
