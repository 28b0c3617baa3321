import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { TABLES, stageProcedures, type Stage } from './test-procedures';

let engine: TestTables;
let stage: Stage;
let worker: string;
let proposalId: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageProcedures(engine.endpoint);
  worker = await stage.person(['worker'], '李静');
  proposalId = await stage.matter();
  await stage.hear('meetings.matter-heard', proposalId, { kind: 'council', quorate: true, present: 9 });
});
afterEach(() => stage.close());

const publish = () =>
  stage.call('publishNotice', { proposalId, gateId: 'publicity', text: '方案如下。' }, { as: worker });
const object = (as: string, more = {}) =>
  stage.call('raiseObjection', { proposalId, text: '扶手会挡住消防通道', ...more }, { as });
const answer = (objectionId: unknown, as = worker) =>
  stage.call('answerObjection', { proposalId, objectionId, answer: '已量过，宽度符合要求。' }, { as });
const list = async (as: string) =>
  ((await stage.call('listObjections', { proposalId }, { as })).body as { items: Record<string, unknown>[] }).items;

it('are raised only while the publicity runs, and the vote waits until each is answered', async () => {
  const neighbour = await stage.person(['resident'], '王秀兰');
  expect((await object(neighbour)).body).toEqual({ refused: 'NO_PUBLICITY' });
  await publish();
  const raised = await object(neighbour);
  expect(raised.body).toMatchObject({ waiting: false });
  expect(raised.units.write).toBeLessThanOrEqual(10);
  stage.wait(5);
  expect((await object(neighbour)).body).toEqual({ refused: 'NO_PUBLICITY' });
  expect(await stage.gate(proposalId, 'objections')).toMatchObject({ state: 'open', why: '还有 1 条异议没有答复' });
  expect((await answer(raised.body['objectionId'])).status).toBe(200);
  expect((await answer(raised.body['objectionId'])).body).toEqual({ refused: 'ALREADY_DECIDED' });
  expect(await stage.way(proposalId)).toMatchObject({
    objections: { raised: 1, answered: 1 },
    nextStep: { gateId: 'vote' },
  });
  expect(await list(neighbour)).toMatchObject([
    { authorName: '王秀兰', text: '扶手会挡住消防通道', answer: '已量过，宽度符合要求。' },
  ]);
});

it('of twenty neighbours at once all count, and two answers at once are one', async () => {
  await publish();
  const people = await Promise.all(Array.from({ length: 20 }, () => stage.person()));
  const raised = await Promise.all(people.map((person) => object(person)));
  expect(raised.map(({ status }) => status)).toEqual(people.map(() => 200));
  expect(await stage.way(proposalId)).toMatchObject({ objections: { raised: 20, answered: 0 } });
  const [first] = raised;
  const both = await Promise.all([answer(first!.body['objectionId']), answer(first!.body['objectionId'])]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await stage.way(proposalId)).toMatchObject({ objections: { raised: 20, answered: 1 } });
});

it('sent twice with the same key are one', async () => {
  await publish();
  const neighbour = await stage.person();
  const twice = await Promise.all(
    [0, 1].map(() =>
      stage.call('raiseObjection', { proposalId, text: '太窄' }, { as: neighbour, key: 'the-same-key' }),
    ),
  );
  expect(twice[0]!.body).toEqual(twice[1]!.body);
  expect(await stage.way(proposalId)).toMatchObject({ objections: { raised: 1 } });
});

it('whose words wait are counted at once; only their author and those who answer read them until they are answered', async () => {
  await publish();
  const [author, other] = [await stage.person(), await stage.person()];
  stage.world.check = { suggest: 'risky', label: 20_003 };
  expect((await object(author)).body).toMatchObject({ refused: 'TEXT_RISKY' });
  const { body } = await object(author, { askReview: true });
  expect(body).toMatchObject({ waiting: true });
  expect((await list(author))[0]).toHaveProperty('text');
  expect((await list(worker))[0]).toHaveProperty('text');
  expect((await list(other))[0]).not.toHaveProperty('text');
  expect(await stage.way(proposalId)).toMatchObject({ objections: { raised: 1, answered: 0 } });
  stage.world.check = { suggest: 'pass', label: 100 };
  await answer(body['objectionId']);
  expect((await list(other))[0]).toMatchObject({ text: '扶手会挡住消防通道' });
});

it('to what was taken back and published anew stay open until they are answered', async () => {
  await publish();
  const neighbour = await stage.person();
  const { body } = await object(neighbour);
  await stage.call('correctStep', { proposalId, gateId: 'publicity', reason: '方案有误' }, { as: worker });
  expect((await object(neighbour)).body).toEqual({ refused: 'NO_PUBLICITY' });
  await publish();
  stage.wait(5);
  expect(await stage.gate(proposalId, 'objections')).toMatchObject({ state: 'open' });
  await answer(body['objectionId']);
  expect(await stage.way(proposalId)).toMatchObject({ nextStep: { gateId: 'vote' } });
});

it('are answered by those who lead, and one that is not there is not found', async () => {
  await publish();
  const neighbour = await stage.person();
  const { body } = await object(neighbour);
  expect((await answer(body['objectionId'], neighbour)).status).toBe(403);
  expect((await answer(stage.id())).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await stage.call('listObjections', { proposalId })).status).toBe(401);
});
