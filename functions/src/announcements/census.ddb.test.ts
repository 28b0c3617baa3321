import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Audience } from '@gongzhi/shared/kernel/audience';
import { memberKey } from '../kernel/caller';
import { createFaults, named } from '../kernel/test-faults';
import { putMany } from '../kernel/test-fill';
import { countCensus } from './count-census';
import { preferencesKey, subscriptionKey } from '../kernel/reachable';
import { stageAnnouncing, TABLES, type Announcing } from './test-announcing';

let engine: TestTables;
let stage: Announcing;
let worker: string;
const faults = createFaults();
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(async () => {
  stage = stageAnnouncing(engine.endpoint, faults.through);
  worker = await stage.person(['worker']);
});
afterEach(() => {
  faults.calm();
  stage.close();
});
afterAll(() => engine.stop());

/** Three buildings: an elderly haircutter, her neighbour, a household of which nobody is here; a family across the yard. */
const settle = async () => {
  const [one, two] = [await stage.household('501'), await stage.household('502')];
  await stage.household('503', { joined: 0 });
  const far = await stage.household('101', { building: '5号楼' });
  await stage.household('102', { building: '7号楼', joined: 0 });
  await stage.member({ home: one, ageBand: '75+', skills: ['haircut'], balance: 2 });
  await stage.member({ home: two, ageBand: '35-59', balance: 0 });
  await stage.member({ home: far, ageBand: '35-59', roles: ['resident', 'buildingHead'], balance: 1 });
  await stage.member({ home: far, roles: [] });
};
const estimate = async (audience: Audience) => {
  const draft = await stage.drafted(worker, { audience });
  return stage.call('estimateAudience', { announcementId: draft.announcementId }, { as: worker });
};

test('before anybody was counted the page says so, and counting is begun once', async () => {
  expect((await estimate({})).body).toEqual({ refused: 'NOT_COUNTED' });
  const open = async () => (await stage.call('openCensus', {}, { as: worker })).body;
  expect([await open(), await open()]).toEqual([{ begun: true }, { begun: false }]);
});

test.each<[string, Audience, object]>([
  ['everybody', {}, { people: 4, wechat: 2, appOnly: 2, silentHouseholds: 2 }],
  ['a building', { places: [{ building: '3栋' }] }, { people: 2, wechat: 1, appOnly: 1, silentHouseholds: 1 }],
  ['a unit', { places: [{ building: '3', unit: '2' }] }, { people: 0, wechat: 0, appOnly: 0, silentHouseholds: 0 }],
  ['a building nobody lives in', { places: [{ building: '9' }] }, { people: 0, silentHouseholds: 0 }],
  ['a band', { bands: ['75+'] }, { people: 1, wechat: 1, appOnly: 0, silentHouseholds: 2 }],
  ['a role', { roles: ['buildingHead'] }, { people: 1, wechat: 1, appOnly: 0 }],
  ['an interest', { interests: ['haircut'] }, { people: 1, wechat: 1, appOnly: 0 }],
])('an audience of %s is estimated by way', async (_, audience, want) => {
  await settle();
  await stage.countWhole();
  const { body } = await estimate(audience);
  expect(body).toMatchObject(want);
  expect('silentHouseholds' in body).toBe('silentHouseholds' in want);
  expect(body['asOf']).toBe(stage.world.now.toISOString());
});

test('who turned a kind off, or has a digest or closed it, is not among those WeChat reaches', async () => {
  await settle();
  const [home, balance] = [await stage.household('103'), 1];
  const [off, digest, closed] = [
    await stage.member({ home, balance }),
    await stage.member({ home, balance }),
    await stage.member({ home, balance }),
  ];
  await stage.put('notices', { ...preferencesKey(off), off: ['announced.service'] });
  await stage.put('notices', { ...preferencesKey(digest), off: [], digestHour: 18 });
  await stage.put('notices', { ...subscriptionKey(closed, 'notice'), balance: 1, closed: true });
  await stage.countWhole();
  const reached = async (kind: string, audience: Audience) => {
    const { announcementId } = await stage.drafted(worker, { audience, kind });
    return (await stage.call('estimateAudience', { announcementId }, { as: worker })).body['wechat'];
  };
  const list = { people: [off, digest, closed] };
  expect([await reached('service', {}), await reached('event', {}), await reached('urgent', {})]).toEqual([2, 3, 4]);
  expect([await reached('service', list), await reached('event', list), await reached('urgent', list)]).toEqual([
    ...[0, 1, 2],
  ]);
});

test('a list is read as it is now, and followers are the matter’s own number', async () => {
  await settle();
  const one = await stage.member({ home: {}, balance: 1 });
  const gone = await stage.member({ home: {}, roles: [] });
  expect((await estimate({ people: [one, gone, stage.id()] })).body).toMatchObject({
    people: 1,
    wechat: 1,
    appOnly: 0,
  });
  const matter = stage.id();
  await stage.put('councils', { pk: `${stage.communityId}#proposals`, sk: matter, title: '加装电梯', supports: 37 });
  expect((await estimate({ followers: matter })).body).toMatchObject({ people: 37 });
});

test('killed at any write of any step, and run twice, it counts the same', async () => {
  await settle();
  const { communityId, repo, making, world } = stage;
  await repo.census.begin(communityId, world.now, 60);
  for (let job = await repo.census.job(communityId); job && job.phase !== 'done';) {
    for (const on of ['PutItem', 'UpdateItem', 'Query'] as const) {
      faults.meet({ on, times: 1, error: named('Killed') });
      await countCensus(job, making).catch(() => undefined);
    }
    faults.calm();
    await Promise.all([countCensus(job, making), countCensus(job, making)]);
    job = await repo.census.job(communityId);
  }
  expect((await estimate({})).body).toMatchObject({ people: 4, wechat: 2, silentHouseholds: 2 });
});

test('a census is begun again after an hour, or when it stands still, and at night by the clock', async () => {
  const { communityId, repo, world } = stage;
  const minutes = (n: number) => (world.now = new Date(world.now.getTime() + n * 60_000));
  const begin = () => repo.census.begin(communityId, world.now, 60);
  expect([await begin(), await begin()]).toEqual([true, false]);
  minutes(6);
  expect(await begin()).toBe(true);
  await stage.countWhole();
  minutes(59);
  expect(await begin()).toBe(false);
  minutes(24 * 60);
  await stage.tick();
  expect((await repo.census.job(communityId))?.run).toBe(world.now.toISOString());
  await stage.tick();
  minutes(40 * 60);
  expect((await estimate({})).body).toEqual({ refused: 'NOT_COUNTED' });
});

test('two thousand are estimated from a few hundred kilobytes at most, and nobody is read', async () => {
  const { communityId } = stage;
  const people = Array.from({ length: 2_000 }, (_, n) => ({
    ...memberKey(communityId, stage.id()),
    ...{ roles: ['resident'], displayName: '邻居', ageBand: ['18-34', '35-59', '60-74', '75+'][n % 4] },
    home: { building: `${(n % 20) + 1}号楼`, unit: `${(n % 3) + 1}`, room: String(n) },
  }));
  await putMany(engine.endpoint, 'directory', people);
  await stage.countWhole();
  const whole = await estimate({});
  expect(whole.body).toMatchObject({ people: 2_001 });
  const few = await estimate({ places: [{ building: '3' }], bands: ['75+'] });
  expect(few.body['people']).toBe(
    people.filter(({ home, ageBand }) => home.building === '3号楼' && ageBand === '75+').length,
  );
  expect(whole.units.read).toBeLessThanOrEqual(12);
  expect(few.units.read).toBeLessThanOrEqual(6);
});
