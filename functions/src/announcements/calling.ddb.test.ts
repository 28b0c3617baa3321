import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Outcome } from '@gongzhi/shared/kernel/outcomes';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { createFaults, named } from '../kernel/test-faults';
import { buildList } from './build-list';
import { onEvents } from './on-events';
import type { ListJob } from './repo-list-jobs';
import { stageAnnouncing, TABLES, words, type Announcing } from './test-announcing';

let engine: TestTables;
let stage: Announcing;
let announcementId: string;
const who: Record<string, string> = {};
const faults = createFaults();
beforeAll(async () => {
  engine = await startTables(TABLES);
});
/** Building 3: alone (75+, one adult), elderly (75+, two), reached by one of two, nobody in the app; building 5: others. */
beforeEach(async () => {
  stage = stageAnnouncing(engine.endpoint, faults.through);
  const home = {
    alone: await stage.household('101', { adults: 1 }),
    elderly: await stage.household('102'),
    reached: await stage.household('103', { joined: 2 }),
    silent: await stage.household('104', { adults: 1, joined: 0 }),
    far: await stage.household('101', { building: '5号楼' }),
  };
  Object.assign(who, {
    worker: await stage.person(['worker']),
    other: await stage.person(['worker']),
    homeless: await stage.person(['buildingHead']),
    alone: await stage.member({ home: home.alone, ageBand: '75+' }),
    elderly: await stage.member({ home: home.elderly, ageBand: '75+' }),
    reached: await stage.member({ home: home.reached }),
    unreached: await stage.member({ home: home.reached }),
    head: await stage.member({ home: home.far, roles: ['resident', 'buildingHead'] }),
  });
  const places = [{ building: '3' }, { building: '5' }];
  ({ announcementId } = await stage.submitted(who['worker']!, { audience: { places }, kind: 'urgent' }));
});
afterEach(() => {
  faults.calm();
  stage.close();
});
afterAll(() => engine.stop());
const became = (): [string, Outcome][] => [
  ...(['alone', 'elderly', 'unreached', 'head'] as const).map((one): [string, Outcome] => [who[one]!, 'notSubscribed']),
  [who['reached']!, 'delivered'],
];
const built = async () => {
  await stage.sentOut(announcementId, became());
  await stage.buildWhole(announcementId);
};
const rows = async (as = 'worker') =>
  (await stage.call('listRows', { announcementId }, { as: who[as]! })).body as {
    items: { row: string; door: string; needs: string[]; hand: string; adults: { name: string }[]; absent: number }[];
    tally: object;
  };
const doors = async (as?: string) => (await rows(as)).items.map(({ door }) => door);
const rowAt = async (door: string) => (await rows()).items.find((one) => one.door === door)?.row ?? '';
const settle = (row: string, outcome: string, as = 'worker') =>
  stage.call('settleRow', { announcementId, row, outcome }, { as: who[as]! });
const take = (row: string, as: string) => stage.call('takeRow', { announcementId, row }, { as: who[as]! });
const ALL = ['3号楼1单元101室', '3号楼1单元102室', '3号楼1单元104室', '5号楼1单元101室'];

test('households nobody of whom was reached are listed by need; names come from the roll', async () => {
  await built();
  const { items, tally } = await rows();
  expect(items.map(({ door, needs }) => [door, needs])).toEqual([
    [ALL[0], ['alone']],
    [ALL[1], ['elderly']],
    [ALL[2], ['single', 'silent']],
    [ALL[3], []],
  ]);
  expect(tally).toEqual({ rows: 4, phone: 0, door: 0, opened: 0, wechat: 0 });
  expect(items[0]?.adults).toEqual([{ name: '住户1', phone: '138****0001' }]);
  const lists = await stage.call('listCallLists', {}, { as: who['head']! });
  expect(lists.body['items']).toMatchObject([{ announcementId, kind: 'urgent', tally }]);
});

test('whoever calls sees what holds now, and that it was corrected', async () => {
  await built();
  const [when, at] = ['2026-12-03T01:00:00.000Z', stage.world.now.toISOString()];
  expect((await rows()) as object).not.toHaveProperty('correctedAt');
  const correction = { words: words({ title: '周四停水', when, place: '3号楼前' }), note: '日期' };
  await stage.call('correctAnnouncement', { announcementId, revision: 2, ...correction }, { as: who['other']! });
  expect(await rows()).toMatchObject({ title: '周四停水', when, place: '3号楼前', correctedAt: at });
  const lists = await stage.call('listCallLists', {}, { as: who['head']! });
  expect(lists.body['items']).toMatchObject([{ title: '周四停水', version: 2 }]);
});

test('a 楼组长 gets the rows of the own building and settles no other; without a home none', async () => {
  await built();
  expect(await doors('head')).toEqual([ALL[3]]);
  expect((await settle(await rowAt(ALL[0]!), 'phone', 'head')).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await take(await rowAt(ALL[0]!), 'head')).body).toEqual({ refused: 'NOT_FOUND' });
  expect((await rows('homeless')) as unknown).toEqual({ refused: 'NO_HOME' });
});

test('of eight who take a household at once one has it, for half an hour', async () => {
  await built();
  const row = await rowAt(ALL[0]!);
  const heard = await Promise.all(Array.from({ length: 8 }, (_, i) => take(row, i % 2 ? 'worker' : 'other')));
  const winners = new Set(heard.flatMap(({ status }, i) => (status === 200 ? [i % 2] : [])));
  expect(winners.size).toBe(1);
  const [mine, theirs] = winners.has(1) ? ['worker', 'other'] : ['other', 'worker'];
  expect((await rows(mine)).items[0]?.hand).toBe('mine');
  expect((await rows(theirs)).items[0]?.hand).toBe('taken');
  expect((await settle(row, 'phone', theirs)).body).toEqual({ refused: 'ROW_TAKEN' });
  stage.world.now = new Date(stage.world.now.getTime() + 31 * MINUTE);
  expect((await take(row, theirs!)).status).toBe(200);
  expect((await settle(row, 'phone', mine)).body).toEqual({ refused: 'ROW_TAKEN' });
});

test('one tap takes a row off and is counted; nobody there puts it behind the others', async () => {
  await built();
  expect((await settle(await rowAt(ALL[0]!), 'absent')).status).toBe(200);
  expect(await doors()).toEqual([ALL[1], ALL[2], ALL[3], ALL[0]]);
  expect((await rows()).items.at(-1)).toMatchObject({ absent: 1, hand: 'free' });
  await settle(await rowAt(ALL[1]!), 'phone');
  await settle(await rowAt(ALL[2]!), 'door');
  const { items, tally } = await rows();
  expect(items.map(({ door }) => door)).toEqual([ALL[3], ALL[0]]);
  expect(tally).toEqual({ rows: 4, phone: 1, door: 1, opened: 0, wechat: 0 });
  expect(JSON.stringify(stage.said)).not.toMatch(/住户|号楼/);
});

test('two who settle a row at the same time count it once', async () => {
  await built();
  const row = await rowAt(ALL[3]!);
  const heard = await Promise.all([settle(row, 'phone'), settle(row, 'door', 'other')]);
  expect(heard.filter(({ status }) => status === 200)).toHaveLength(1);
  const { phone, door } = (await rows()).tally as { phone: number; door: number };
  expect(phone + door).toBe(1);
});

test('an opening in the app takes the row off', async () => {
  await built();
  await stage.opens(who['alone']!, announcementId);
  expect(await doors()).toEqual(ALL.slice(1));
  expect((await rows()).tally).toMatchObject({ rows: 4, opened: 1 });
  expect(await doors('other')).toEqual(ALL.slice(1));
});

test('a message that WeChat says later was delivered takes the row off, whether it was unclear or given up', async () => {
  const first = became().map(([id], i): [string, Outcome] => [id, (['unclear', 'uncertain'] as const)[i] ?? 'refused']);
  await stage.sentOut(announcementId, first);
  await stage.buildWhole(announcementId);
  const before = await doors();
  expect(before.slice(0, 2)).toEqual(ALL.slice(0, 2));
  await stage.sentOut(announcementId, [[who['alone']!, 'delivered'], ...first.slice(1)]);
  expect(await doors()).toEqual(before.slice(1));
  expect((await rows()).tally).toMatchObject({ rows: before.length, opened: 0, wechat: 1 });
  await stage.sentOut(announcementId, [first[0]!, [who['elderly']!, 'delivered'], ...first.slice(2)]);
  expect(await doors('other')).toEqual(before.slice(2));
  expect((await rows()).tally).toMatchObject({ wechat: 2 });
});

test('one that was delivered while the list was being made is off when it is first read', async () => {
  const [{ making, repo, communityId }, ids] = [stage, { communityId: stage.communityId, announcementId }];
  await stage.sentOut(announcementId, [[who['alone']!, 'unclear'], ...became().slice(1)]);
  await repo.listJobs.begin({ communityId, announcementId }, stage.world.now);
  await buildList((await repo.listJobs.job(ids))!, making);
  await stage.sentOut(announcementId, [[who['alone']!, 'delivered'], ...became().slice(1)]);
  await stage.buildWhole(announcementId);
  expect(await doors()).toEqual(ALL.slice(1));
});

test('an opening before the list was made makes no row', async () => {
  await stage.sentOut(announcementId, became());
  await stage.opens(who['alone']!, announcementId);
  await stage.buildWhole(announcementId);
  expect(await doors()).toEqual(ALL.slice(1));
});

test('that households were read is written down, once a reader and day', async () => {
  await built();
  await rows();
  await rows();
  await rows('head');
  const log = (await stage.itemsIn(`${stage.communityId}#readings`)) ?? [];
  const mine = log.find(({ sk }) => String(sk).includes(who['worker']!));
  expect([log.length, mine?.['rows'], mine?.['times']]).toEqual([2, 8, 2]);
});

test('it begins when the sending is over, once, and killed at any write or run twice it is the same', async () => {
  await stage.sentOut(announcementId, became());
  const { communityId, repo, making, world } = stage;
  const hear = onEvents({ repo, clock: () => world.now });
  for (let n = 0; n < 2; n += 1) await hear({ detail: { scope: communityId, data: { noticeId: announcementId } } });
  const ids = { communityId, announcementId };
  for (let job = await repo.listJobs.job(ids); job && job.phase !== 'done'; job = await repo.listJobs.job(ids)) {
    const standing = job;
    for (const on of ['PutItem', 'UpdateItem', 'BatchGetItem'] as const) {
      faults.meet({ on, times: 1, error: named('Killed') });
      await buildList(standing, making).catch(() => undefined);
    }
    faults.calm();
    await Promise.all([buildList(standing, making), buildList(standing, making)]);
  }
  expect(await doors()).toEqual(ALL);
  expect((await rows()).tally).toMatchObject({ rows: 4 });
});

test('what was withdrawn gets no list, and a list that is not whole is not shown', async () => {
  await stage.sentOut(announcementId, became());
  expect((await rows()) as unknown).toEqual({ refused: 'NOT_FOUND' });
  const draft = { announcementId, revision: 2, reason: '写错了' };
  await stage.call('withdrawAnnouncement', draft, { as: who['worker']! });
  await stage.buildWhole(announcementId);
  expect((await rows()) as unknown).toEqual({ refused: 'NOT_FOUND' });
});

test('a hundred and thirty who were not reached make rows page by page, and a page of the list costs the same', async () => {
  const outcomes: [string, Outcome][] = [];
  for (let n = 0; n < 130; n += 1) {
    const home = await stage.household(String(200 + n));
    outcomes.push([await stage.member({ home }), 'notSubscribed']);
  }
  await stage.sentOut(announcementId, outcomes);
  await stage.buildWhole(announcementId);
  const first = await stage.call('listRows', { announcementId }, { as: who['worker']! });
  expect((first.body['items'] as unknown[]).length).toBe(20);
  expect(first.units.read).toBeLessThanOrEqual(75);
  expect(first.units.write).toBe(1);
});

/** Steps that follow a correction or withdrawal, as the stream brings them. */
const changes = async () => {
  const pk = `calls#${stage.communityId}#${announcementId}`;
  const standing = async () =>
    ((await stage.itemsIn(pk)) as ListJob[]).filter(({ sk, phase }) => sk !== 'job' && phase !== 'done');
  for (let jobs = await standing(); jobs.length > 0; jobs = await standing())
    for (const job of jobs) {
      for (const on of ['TransactWriteItems', 'Query', 'UpdateItem'] as const) {
        faults.meet({ on, times: 1, error: named('Killed') });
        await buildList(job, stage.making).catch(() => undefined);
      }
      faults.calm();
      await Promise.all([buildList(job, stage.making), buildList(job, stage.making)]);
    }
};
const later = (minutes = 1) => {
  stage.world.now = new Date(stage.world.now.getTime() + minutes * MINUTE);
};
const told = async () => {
  await built();
  await settle(await rowAt(ALL[1]!), 'phone');
  await settle(await rowAt(ALL[3]!), 'door');
  later();
};
const correct = (as = 'other') =>
  stage.call(
    'correctAnnouncement',
    { announcementId, revision: 2, words: words({ title: '周四停水' }), note: '日期' },
    { as: who[as]! },
  );
const withdraw = () =>
  stage.call('withdrawAnnouncement', { announcementId, revision: 2, reason: '不停水了' }, { as: who['worker']! });

test('whoever was told before a correction is told again, before all the others; killed anywhere or run twice it is the same', async () => {
  await told();
  expect((await correct()).status).toBe(200);
  later();
  await settle(await rowAt(ALL[0]!), 'phone');
  await changes();
  const { items, tally } = await rows();
  expect(items).toMatchObject([
    { door: ALL[1], again: true, needs: ['elderly'], hand: 'free' },
    { door: ALL[3], again: true },
    { door: ALL[2] },
  ]);
  expect(items[2]).not.toHaveProperty('again');
  expect(tally).toEqual({ rows: 4, phone: 1, door: 0, opened: 0, wechat: 0 });
  expect((await rows('head')).items).toMatchObject([{ door: ALL[3], again: true }]);
  await settle(items[0]!.row, 'absent');
  expect(await doors()).toEqual([ALL[3], ALL[2], ALL[1]]);
  await settle(items[0]!.row, 'phone');
  expect((await rows()).tally).toEqual({ rows: 4, phone: 2, door: 0, opened: 0, wechat: 0 });
});

test('a withdrawal is told to whoever was told and to nobody else; a household that is being called stays until then', async () => {
  await told();
  const busy = await rowAt(ALL[2]!);
  await take(busy, 'other');
  expect((await withdraw()).status).toBe(200);
  await changes();
  const { items, tally, ...said } = await rows();
  expect(items).toMatchObject([
    { door: ALL[1], again: true },
    { door: ALL[3], again: true },
    { door: ALL[2], hand: 'taken' },
  ]);
  expect(said).toMatchObject({ withdrawn: '不停水了' });
  expect(tally).toEqual({ rows: 3, phone: 0, door: 0, opened: 0, wechat: 0 });
  for (const { row } of items) await settle(row, 'phone', row === busy ? 'other' : 'worker');
  expect((await rows()).tally).toEqual({ rows: 3, phone: 3, door: 0, opened: 0, wechat: 0 });
});

test('a correction, then a withdrawal: who was told again hears that too, who was only to be told does too', async () => {
  await told();
  await correct();
  await changes();
  await settle((await rows()).items[0]!.row, 'phone');
  later();
  const draft = { announcementId, revision: 3, reason: '不停水了' };
  expect((await stage.call('withdrawAnnouncement', draft, { as: who['worker']! })).status).toBe(200);
  await changes();
  expect((await doors()).sort()).toEqual([ALL[1], ALL[3]]);
  expect((await rows()).tally).toEqual({ rows: 2, phone: 0, door: 0, opened: 0, wechat: 0 });
});

test('without a list nothing is told again, and none appears', async () => {
  await correct();
  await changes();
  expect(await stage.itemsIn(`${stage.communityId}#lists`)).toEqual([]);
});
