import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { createFaults, named, type Faults } from '../kernel/test-faults';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { keepTime } from './keep-time';
import { createRepo } from './repo';
import { PLAN, TABLES, stageSurvey, type Survey } from './test-survey';

let engine: TestTables;
let stage: Survey;
let faults: Faults;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(() => {
  faults = createFaults();
  stage = stageSurvey(engine.endpoint);
});
afterEach(() => stage.close());
afterAll(() => engine.stop());

/** A clock whose tables fail for some time, and go on failing until they are calm. */
const failing = () => {
  const client = createDocumentClient(engine.endpoint);
  faults.through(client);
  const repo = createRepo(client, { satisfaction: 'satisfaction', answers: 'answers' }, createCursors('pepper'));
  return { tick: keepTime({ ...stage.ticking, repo }), close: () => client.destroy() };
};

/** What failed is tried again by then. */
const minutesLater = () => (stage.world.now = new Date(stage.world.now.getTime() + 6 * MINUTE));

it.each(['PutItem', 'UpdateItem', 'TransactWriteItems', 'GetItem'] as const)(
  'goes on after it was killed at any %s, and nobody is invited twice or left out',
  async (on) => {
    await stage.roll([200, 200, 200]);
    const by = await stage.supervisor();
    const { body } = await stage.call('startQuarter', { plan: { ...PLAN, sample: 300 } }, { as: by });
    const roundId = String(body['roundId']);
    const clock = failing();
    for (let after = 0; after < 4; after += 1) {
      faults.meet({
        on,
        times: 1 + after * 40,
        error: named('Killed'),
        ...(after % 2 ? { after: true as const } : {}),
      });
      await clock.tick().catch(() => undefined);
      minutesLater();
    }
    faults.calm();
    await stage.roll([10]);
    await clock.tick();
    await stage.tick();
    clock.close();
    const invited = await stage.invited(roundId);
    expect(new Set(invited.map(({ unitId }) => unitId)).size).toBe(300);
    expect(invited).toHaveLength(300);
    const ids = { communityId: stage.communityId, roundId };
    expect(await stage.repo.rounds.read(ids)).toMatchObject({ state: 'open', invited: 300 });
    // each has a code, and each code leads to its household
    const found = await Promise.all(
      invited.map(({ code }) => stage.repo.places.unitAt(ids, stage.codes.placeOf(ids, code) ?? -1)),
    );
    expect(found).toEqual(invited.map(({ unitId }) => unitId));
    expect(new Set(invited.map(({ code }) => code)).size).toBe(300);
  },
);

it('draws and invites once when two clocks tick at the same time', async () => {
  await stage.roll([150, 150]);
  const by = await stage.supervisor();
  const { body } = await stage.call('startQuarter', { plan: { ...PLAN, sample: 120 } }, { as: by });
  const tick = keepTime(stage.ticking);
  await Promise.all([tick(), tick(), tick()].map((work) => work.catch(() => undefined)));
  minutesLater();
  await stage.tick();
  expect(await stage.invited(String(body['roundId']))).toHaveLength(120);
});

it('tells of a round once, and never at night', async () => {
  stage.world.now = new Date('2026-11-27T15:00:00.000Z');
  await stage.roll([40]);
  const { roundId } = await stage.quarter({ sample: 30 });
  const of = (type: string) =>
    stage.said.filter(({ type: it, subject }) => it === `satisfaction.${type}` && subject === roundId);
  const told = () => of('invited').length;
  expect(told()).toBe(0);
  stage.world.now = new Date('2026-11-28T00:00:00.000Z');
  await stage.tick();
  await stage.tick();
  expect(told()).toBe(1);
  stage.world.now = new Date('2026-12-04T15:00:00.000Z');
  await stage.tick();
  const reminded = () => of('reminded').map(({ at, data }) => [at, data]);
  expect(reminded()).toEqual([]);
  stage.world.now = new Date('2026-12-05T00:00:00.000Z');
  await stage.tick();
  stage.later(3);
  await stage.tick();
  expect(reminded()).toEqual([['2026-12-05T00:00:00.000Z', { roundId }]]);
});
