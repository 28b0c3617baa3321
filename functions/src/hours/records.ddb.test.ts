import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import type { Entry } from '@gongzhi/shared/hours/model';
import { buildingsKey } from '../kernel/households';
import { headKey, shiftKey } from '../kernel/shifts';
import { repoShifts } from './repo-shifts';
import { stageHours, type Stage } from './test-hours';

let engine: TestTables;
let stage: Stage;
let worker: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours', 'volunteering', 'wishes']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageHours(engine.endpoint);
  worker = await stage.person(['worker'], '李静');
});
afterEach(() => stage.close());

const csv = async (month = '2026-11') => {
  const { body, status } = await stage.call('exportRecords', { month, format: 'csv' }, { as: worker });
  expect(status).toBe(200);
  const text = Buffer.from(String(body['base64']), 'base64').toString();
  const [heads = [], ...rows] = text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])));
};

test('the way out has every line of the month in China with its evidence, also what was taken back', async () => {
  const organiser = await stage.person(['resident'], '赵大伟');
  const volunteer = await stage.person(['resident'], '王秀兰');
  const shift = stage.shift({ title: '给独居老人送饭', organiserId: organiser, kind: 'elderly' });
  await stage.settle({ volunteerId: volunteer, shift, minutes: 95, grade: 'placed' });
  await stage.settle({ volunteerId: volunteer, shift, minutes: 100, version: 2 });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ title: '同时在别处' }), minutes: 30 });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ day: 30, hour: 23, length: 120, title: '跨月' }) });
  await stage.settle({ volunteerId: volunteer, shift: stage.shift({ day: 31, hour: 0, title: '下个月' }) });
  const rows = await csv();
  expect(rows.map((row) => [row['活动名称'], row['服务分钟'], row['状态']]).sort()).toEqual([
    ['同时在别处', '30', '待核对'],
    ['给独居老人送饭', '-95', '撤回记录'],
    ['给独居老人送饭', '100', '有效'],
    ['给独居老人送饭', '95', '已撤回'],
    ['跨月', '120', '有效'],
  ]);
  expect(rows.find((row) => row['状态'] === '有效' && row['活动名称'] === '给独居老人送饭')).toMatchObject({
    志愿者姓名: '王秀兰',
    负责人: '赵大伟',
    服务内容: '为老服务',
    服务地点: '3号楼前',
    导出时间: '2026-11-23 10:00',
  });
  const { body } = await stage.call('exportRecords', { month: '2026-12', format: 'xlsx' }, { as: worker });
  expect(body).toMatchObject({ rows: 1, fileName: '志愿服务记录-2026-12.xlsx' });
  expect(Buffer.from(String(body['base64']), 'base64').subarray(0, 2).toString()).toBe('PK');
  expect((await stage.call('exportRecords', { month: '2026-11', format: 'csv' }, { as: volunteer })).status).toBe(403);
});

test('figures hide what fewer than five did, also from whoever subtracts', async () => {
  const read = async () => (await stage.call('readStatistics', { month: '2026-11' }, { as: worker })).body;
  expect(await read()).toEqual({ month: '2026-11', kinds: [], buildings: [], hidden: false });
  const doors = { 1: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], 2: ['k1', 'k2'] };
  for (const [building, ids] of Object.entries(doors))
    await stage.put('directory', {
      pk: buildingsKey(stage.communityId),
      sk: building,
      building: `${building}号楼`,
      ids: new Set(ids),
    });
  const shift = stage.shift({ kind: 'elderly' });
  const serve = async (householdId?: string) => {
    const volunteerId = await stage.person(['resident'], '居民', householdId);
    await stage.settle({ volunteerId, shift });
    return volunteerId;
  };
  const [first = ''] = [await serve('h1'), await serve('h2'), await serve('k1'), await serve('k2')];
  expect(await read()).toEqual({ month: '2026-11', kinds: [], buildings: [], hidden: true });
  for (const door of ['h3', 'h4', 'h5', 'h6', undefined, undefined, undefined]) await serve(door);
  await stage.settle({ volunteerId: first, shift: stage.shift({ hour: 15, kind: 'repair' }) });
  expect(await read()).toEqual({
    ...{ month: '2026-11', total: { people: 11, minutes: 12 * 120 }, hidden: true },
    kinds: [],
    buildings: [{ building: '1号楼', people: 6, minutes: 7 * 120 }],
  });
});

test('a table kept before is taken in once, stands apart from recorded hours, and is named for what it is', async () => {
  const volunteer = await stage.person(['resident'], '王秀兰');
  await stage.person(['resident'], '同名');
  await stage.person(['resident'], '同名');
  const row = (name: string, more: Record<string, unknown> = {}) => ({
    name,
    day: '2025-03-05',
    title: '学雷锋活动',
    minutes: 90,
    ...more,
  });
  const take = (rows: unknown[]) => stage.call('importRecords', { rows }, { as: worker });
  expect((await take([row('王秀兰'), row('同名'), row('不在')])).body).toMatchObject({
    refused: 'NAMES_UNCLEAR',
    facts: { names: '同名、不在' },
  });
  expect((await take([row('李静')])).body['refused']).toBe('OWN_HOURS');
  const rows = Array.from({ length: 20 }, (_, i) =>
    row('王秀兰', { day: `2025-03-${String(i + 1).padStart(2, '0')}` }),
  );
  const taken = await take(rows);
  expect(taken).toMatchObject({ status: 200, body: { imported: 20, skipped: 0, minutes: 1_800 } });
  expect(taken.units.write).toBeLessThanOrEqual(148);
  const again = await Promise.all([
    take([...rows.slice(0, 5), row('王秀兰', { title: '植树' })]),
    take([row('王秀兰', { title: '植树' })]),
  ]);
  expect(again.map(({ body }) => body['imported']).sort()).toEqual([0, 1]);
  expect((await stage.call('readMyTotals', {}, { as: volunteer })).body).toMatchObject({
    recorded: 0,
    imported: 1_890,
    years: [{ year: 2025, imported: 1_890 }],
  });
  const items = (await stage.call('listMyEntries', {}, { as: volunteer })).body['items'] as Entry[];
  expect(items[0]).toMatchObject({ title: '学雷锋活动', grade: 'imported', track: 'imported', cause: 'imported' });
  const [one] = items;
  const ask = { entryId: one?.entryId, from: one?.from, wanted: 10, why: '不对' };
  expect((await stage.call('askCorrection', ask, { as: volunteer })).body['refused']).toBe('NOT_CORRECTABLE');
  expect((await stage.books([volunteer])).balance).toBe(0);
  expect((await stage.events(volunteer)).filter(({ type }) => type === 'hours.entered')).toEqual([]);
  const said = {
    issuer: '社区',
    responsible: '李',
    handler: '何',
    contact: '1',
    volunteers: [{ volunteerId: volunteer }],
  };
  await stage.call('issueCertificates', { ...said, fromDay: '2025-01-01', toDay: '2025-12-31' }, { as: worker });
  const [certificate] = (await stage.call('listMyCertificates', {}, { as: volunteer })).body['items'] as Certificate[];
  expect(certificate).toMatchObject({
    recorded: 0,
    hours: '0',
    imported: 1_890,
    grades: [],
    lines: [{ title: '学雷锋活动' }, { title: '植树' }],
  });
});

test('shifts and activities are read where the volunteering slice keeps them', async () => {
  const [activityId, shiftId] = [stage.id(), stage.id()];
  const [from, to] = ['2026-11-22T01:00:00.000Z', '2026-11-22T03:00:00.000Z'];
  await stage.put('volunteering', {
    ...headKey(stage.communityId, activityId),
    title: '送饭',
    place: '3号楼',
    kind: 'elderly',
    organiserId: worker,
  });
  await stage.put('volunteering', { ...shiftKey(stage.communityId, activityId, shiftId), startsAt: from, endsAt: to });
  const wishId = stage.id();
  const wish = { title: '修水龙头', place: '社区内', kind: 'neighbour' };
  await stage.put('wishes', { ...headKey(stage.communityId, wishId), ...wish, authorId: worker, wisherId: worker });
  await stage.put('wishes', { ...shiftKey(stage.communityId, wishId, shiftId), startsAt: from, endsAt: to });
  const shifts = repoShifts(stage.plain, { volunteering: 'volunteering', wishes: 'wishes' });
  const about = { title: '送饭', place: '3号楼', kind: 'elderly', organiserId: worker };
  expect(await shifts.shift(stage.communityId, activityId, shiftId)).toEqual({
    ...about,
    activityId,
    shiftId,
    from,
    to,
  });
  expect(await shifts.shift(stage.communityId, activityId, stage.id())).toBeUndefined();
  expect([...(await shifts.activities(stage.communityId, [{ activityId }, { activityId: stage.id() }]))]).toEqual([
    [activityId, about],
  ]);
  // a wish lies elsewhere, and whose it is is not asked for
  expect(await shifts.shift(stage.communityId, wishId, shiftId)).toBeUndefined();
  expect(await shifts.shift(stage.communityId, wishId, shiftId, 'wishes')).toEqual({
    ...{ ...wish, activityId: wishId, shiftId, from, to },
  });
  const told = [{ activityId }, { activityId: wishId, source: 'wishes' as const }];
  expect([...(await shifts.activities(stage.communityId, told))]).toEqual([
    [activityId, about],
    [wishId, wish],
  ]);
});
