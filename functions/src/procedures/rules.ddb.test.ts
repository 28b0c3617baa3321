import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { TABLES, stageProcedures, type Stage } from './test-procedures';

let engine: TestTables;
let stage: Stage;
let chair: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageProcedures(engine.endpoint);
  chair = await stage.person(['chair']);
});
afterEach(() => stage.close());

const COUNCIL = 'community-council-2026-1';
const adopt = (own: [procedureId: string, gateId: string, number: number][], as = chair) =>
  stage.call(
    'adoptRules',
    {
      own: own.map(([procedureId, gateId, number]) => ({ procedureId, gateId, number })),
      source: '2026年3月居民会议通过',
    },
    { as },
  );
const rules = async () => (await stage.call('readRules')).body;

it('are the procedures’ own until a community sets some, and every version stays to be read', async () => {
  expect(await rules()).toEqual({ version: 0, own: [] });
  expect((await adopt([[COUNCIL, 'publicity', 5]])).body).toMatchObject({ version: 1 });
  expect((await adopt([[COUNCIL, 'heard', 0]])).body).toMatchObject({ version: 2 });
  expect(await rules()).toMatchObject({
    ...{ version: 2, source: '2026年3月居民会议通过' },
    own: [
      { procedureId: COUNCIL, gateId: 'heard', number: 0 },
      { procedureId: COUNCIL, gateId: 'publicity', number: 5 },
    ],
  });
  const { items } = (await stage.call('listRules')).body as { items: object[] };
  expect(items).toMatchObject([
    { version: 2, own: [{ number: 0 }, { number: 5 }] },
    { version: 1, own: [{ number: 5 }] },
  ]);
});

it('may not be below what a law says, nor be of a gate that has none', async () => {
  expect((await adopt([['owners-2021-1', 'notice', 14]])).body).toEqual({
    ...{ refused: 'BELOW_FLOOR', facts: { name: '会议通知', floor: 15 } },
  });
  expect((await adopt([[COUNCIL, 'vote', 1]])).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await adopt([[COUNCIL, 'nothing', 1]])).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await adopt([])).status).toBe(400);
  expect(await rules()).toEqual({ version: 0, own: [] });
});

it('hold for what begins after them: a matter under way keeps the numbers it began with', async () => {
  const [begun, later] = [await stage.matter(), await stage.matter()];
  const choose = (proposalId: string) =>
    stage.call('chooseProcedure', { proposalId, procedureId: COUNCIL, kind: 'joint' }, { as: chair });
  await choose(begun);
  await adopt([[COUNCIL, 'publicity', 10]]);
  await choose(later);
  expect(await stage.gate(begun, 'publicity')).toMatchObject({ number: 3 });
  expect(await stage.gate(later, 'publicity')).toMatchObject({ number: 10 });
  expect([(await stage.way(begun)).rulesVersion, (await stage.way(later)).rulesVersion]).toEqual([0, 1]);
});

it('of none let a matter that has its supporters go straight to its vote', async () => {
  await adopt([
    [COUNCIL, 'heard', 0],
    [COUNCIL, 'publicity', 0],
  ]);
  expect(await stage.way(await stage.matter())).toMatchObject({ nextStep: { stageId: 'vote' } });
  expect(await stage.way(await stage.matter({ agendaAt: undefined, supports: 4 }))).toMatchObject({
    nextStep: { stageId: 'gather' },
  });
});

it('set by two at once are two versions or one, never half of each; only the chair sets them', async () => {
  const both = await Promise.all([adopt([[COUNCIL, 'publicity', 5]]), adopt([[COUNCIL, 'heard', 0]])]);
  const done = both.filter(({ status }) => status === 200);
  for (const { status, body } of both) if (status !== 200) expect(body).toEqual({ refused: 'STALE' });
  expect(await rules()).toMatchObject({ version: done.length });
  const worker = await stage.person(['worker']);
  expect((await adopt([[COUNCIL, 'publicity', 5]], worker)).status).toBe(403);
});
