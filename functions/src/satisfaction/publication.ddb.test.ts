import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { AnsweredResult, Publication } from '@gongzhi/shared/satisfaction/publication';
import { createReadPromises } from '../kernel/publications';
import { TABLES, stageSurvey, type Survey } from './test-survey';

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
const PROMISE = {
  ...{ title: '楼道换感应灯', what: '三个楼道的坏灯都换成感应灯。', owner: { outside: '物业公司' } },
  ...{ due: { workingDays: 10 }, listRef: 'assist' },
};
const WRITING = { after: 0, heard: [{ words: '晚上楼道太暗。', about: 'overall' }], doing: [PROMISE] };

/** A quarter’s round that is settled: so many answered of sixty who were asked. */
const settled = async (answers = 20) => {
  await stage.roll([30, 30, 30]);
  const { roundId, by } = await stage.quarter();
  const invited = await stage.invited(roundId);
  for (const { people } of invited.slice(0, answers))
    await stage.give(roundId, people[0] ?? '', ['satisfied', 'satisfied']);
  stage.later(15);
  await stage.tick();
  const worker = await stage.person(['worker'], '李静');
  const publish = (more: object = {}, as = worker) =>
    stage.call('publishAnswer', { roundId, ...WRITING, ...more }, { as });
  const responseOf = async () =>
    ((await stage.call('readResult', { roundId })).body as unknown as AnsweredResult).response;
  const read = async (version = 'newest') => stage.call('readPublication', { roundId, version });
  return { roundId, by, worker, publish, responseOf, read };
};
const told = () => stage.said.filter(({ scope }) => scope === stage.communityId).map(({ type }) => type);

it('publishes what was heard and what will be done, in the units it says, with ids and numbers in its event', async () => {
  const { roundId, worker, publish, responseOf, read } = await settled();
  const member = await stage.person(['buildingHead'], '赵楼长');
  expect(await responseOf()).toMatchObject({ state: 'waiting', versions: 0 });
  expect(refusal(await read())).toBe('NOT_FOUND');
  const own = {
    ...PROMISE,
    title: '上门问',
    owner: { personId: member },
    due: { date: '2026-12-31' },
    listRef: 'duty',
  };
  const done = await publish({ doing: [PROMISE, own] });
  expect(done).toMatchObject({ status: 200, body: { roundId, version: 1, items: 2 } });
  expect(done.units.write).toBeLessThanOrEqual(32);
  const { body } = await read();
  expect(body).toMatchObject({ version: 1, byName: '李静', heard: WRITING.heard });
  expect((body as unknown as Publication).doing).toMatchObject([
    { title: '楼道换感应灯', owner: { kind: 'outside', name: '物业公司' }, listRef: 'assist' },
    { title: '上门问', owner: { personId: member, role: 'buildingHead' }, dueAt: '2026-12-31T16:00:00.000Z' },
  ]);
  expect(await responseOf()).toMatchObject({
    state: 'published',
    versions: 1,
    publishedAt: stage.world.now.toISOString(),
  });
  const event = stage.said.find(({ type }) => type === 'satisfaction.answer-published');
  expect(event).toMatchObject({ actor: worker, subject: roundId, data: { roundId, version: 1, items: 2 } });
  expect(JSON.stringify(event)).not.toMatch(/楼道|李静|物业/);
});

it('hands the promises to whoever makes tasks of them', async () => {
  const { roundId, publish } = await settled();
  await publish();
  const promises = await createReadPromises(stage.client, 'satisfaction')(stage.communityId, roundId, 1);
  expect(promises).toMatchObject({
    title: '2026年第四季度社区工作满意度调查的回应',
    doing: [{ title: '楼道换感应灯' }],
  });
  expect(await createReadPromises(stage.client, 'satisfaction')(stage.communityId, roundId, 2)).toBeUndefined();
});

it('keeps every version, and shows each', async () => {
  const { publish, read, responseOf } = await settled();
  await publish();
  expect(refusal(await publish())).toBe('STALE');
  const why = '物业换了公司';
  expect(await publish({ after: 1, heard: [{ words: '也有人说灯够亮。' }], doing: [], why })).toMatchObject({
    body: { version: 2, items: 0 },
  });
  expect((await read()).body).toMatchObject({ version: 2, why, heard: [{ words: '也有人说灯够亮。' }], doing: [] });
  expect((await read('1')).body).toMatchObject({
    version: 1,
    heard: WRITING.heard,
    doing: [{ title: '楼道换感应灯' }],
  });
  expect(refusal(await read('3'))).toBe('NOT_FOUND');
  expect(await responseOf()).toMatchObject({ state: 'published', versions: 2 });
});

it('is published once by many at the same time', async () => {
  const { publish, worker } = await settled();
  const heard = await Promise.all(Array.from({ length: 6 }, () => publish({}, worker)));
  expect(heard.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(heard.filter(({ status }) => status !== 200).map(refusal))).toEqual(new Set(['STALE']));
});

it('is told once, to everybody who lives there, and not at night', async () => {
  const { publish } = await settled();
  stage.world.now = new Date('2026-12-20T15:00:00.000Z');
  await publish();
  await stage.tick();
  expect(told()).not.toContain('satisfaction.answer-told');
  stage.world.now = new Date('2026-12-21T00:00:00.000Z');
  await stage.tick();
  await publish({ after: 1, doing: [], why: '更正' });
  stage.later(1);
  await stage.tick();
  expect(told().filter((type) => type === 'satisfaction.answer-told')).toHaveLength(1);
});

it('is seen to be missing when its time is over, by residents and by the street', async () => {
  const { responseOf, by, roundId, publish } = await settled();
  stage.later(31);
  expect(await responseOf()).toMatchObject({ state: 'overdue' });
  const listed = async (name: 'listResults' | 'listRounds', as?: string) =>
    (await stage.call(name, {}, { as })).body['items'] as { roundId: string; response?: object }[];
  expect(await listed('listResults')).toMatchObject([{ roundId, response: { state: 'overdue' } }]);
  expect(await listed('listRounds', by)).toMatchObject([{ roundId, response: { state: 'overdue' } }]);
  expect((await publish()).status).toBe(200);
  expect(await listed('listResults')).toMatchObject([{ response: { state: 'published' } }]);
});

it('needs no answer where too few answered for anything to be told', async () => {
  const { publish, responseOf } = await settled(9);
  stage.later(60);
  expect(await responseOf()).toMatchObject({ state: 'notNeeded' });
  expect(refusal(await publish())).toBe('NOTHING_HEARD');
});
