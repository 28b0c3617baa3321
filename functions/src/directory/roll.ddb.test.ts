import { makeRoll } from '@gongzhi/local/demo/make-roll';
import { directory } from '@gongzhi/shared/directory/contract';
import type { RollRow } from '@gongzhi/shared/directory/model';
import { inChunks } from '@gongzhi/shared/directory/roll-chunks';
import { createHouseholds } from '../kernel/households';
import { HERE, THERE, home, openDirectory, says, type Directory } from './test-directory';

let d: Directory;
let worker: string;
beforeAll(async () => {
  d = await openDirectory();
  ({ worker } = await d.settle());
});
afterAll(() => d.stop());

const at = '2026-11-23T01:00:00.500Z';
const preview = async (rows: readonly RollRow[]) =>
  (await d.call('previewRoll', { fileHash: 'a'.repeat(64), rows }, { as: worker })).body['outcomes'];
const idsHere = () => createHouseholds(d.client, 'directory').idsOf(HERE);

test('nothing is written by looking; importing adds, imports again nothing, and writes only what changed', async () => {
  const rows = [
    home('501', { area: 8_850, adults: [{ name: '张三', phone: '13800138000' }, { name: '李四' }] }),
    home('502'),
  ];
  expect(await preview(rows)).toEqual(['new', 'new']);
  expect(d.units()?.write).toBe(0);
  expect(await idsHere()).toEqual([]);

  expect(says(await d.importRows(worker, rows))).toEqual({ added: 2, changed: 0, same: 0, importedAt: at });
  expect(await idsHere()).toHaveLength(2);
  expect(says(await d.call('readCommunity', {}))).toMatchObject({ households: 2 });

  expect(await preview(rows)).toEqual(['same', 'same']);
  const events = await d.eventsOf(HERE);
  const before = { events, households: await d.items(`${HERE}#h#13`) };
  expect(says(await d.importRows(worker, rows))).toEqual({ added: 0, changed: 0, same: 2, importedAt: at });
  expect(d.units()?.write).toBe(0);
  expect({ events: await d.eventsOf(HERE), households: await d.items(`${HERE}#h#13`) }).toEqual(before);
  expect(events.find(({ type }) => type === 'directory.roll-imported')).toMatchObject({
    actor: worker,
    via: 'import',
    data: { added: 2, changed: 0, same: 0, file: 'aaaaaaaaaaaa' },
  });
});

test.each<[string, 'same' | 'changed', RollRow]>([
  ['as it was', 'same', home('701', { area: 100, adults: [{ name: '甲', phone: '13800138001' }] })],
  ['another area', 'changed', home('701', { area: 101, adults: [{ name: '甲', phone: '13800138001' }] })],
  ['no area', 'changed', home('701', { adults: [{ name: '甲', phone: '13800138001' }] })],
  ['another phone', 'changed', home('701', { area: 100, adults: [{ name: '甲', phone: '13800138002' }] })],
  [
    'another adult more',
    'changed',
    home('701', { area: 100, adults: [{ name: '甲', phone: '13800138001' }, { name: '乙' }] }),
  ],
  [
    'the building called otherwise',
    'changed',
    home('701', { building: '3栋', area: 100, adults: [{ name: '甲', phone: '13800138001' }] }),
  ],
])('a household on the roll with %s is %s', async (_, want, row) => {
  const first = home('701', { area: 100, adults: [{ name: '甲', phone: '13800138001' }] });
  await d.importRows(worker, [first]);
  expect(await preview([row])).toEqual([want]);
  const ids = await idsHere();
  expect(says(await d.importRows(worker, [row]))).toMatchObject({
    added: 0,
    changed: want === 'changed' ? 1 : 0,
    same: want === 'same' ? 1 : 0,
  });
  expect(await preview([row])).toEqual(['same']);
  expect(await idsHere()).toEqual(ids);
});

test('a phone number is nowhere in the table: only its tag and its ends', async () => {
  await d.importRows(worker, [home('801', { adults: [{ name: '王芳', phone: '13912345678' }] })]);
  const stored = await d.repo.roll.household(HERE, home('801'));
  expect(stored?.adults).toEqual([{ name: '王芳', tag: d.codes.phoneTag(HERE, '13912345678'), phone: '139****5678' }]);
  expect(
    JSON.stringify([
      await d.items(`${HERE}#h#13`),
      await d.items(`${HERE}#t#${d.codes.phoneTag(HERE, '13912345678')}`),
      d.seen,
    ]),
  ).not.toContain('13912345678');
});

test('a phone taken off the roll finds nobody any more, nor is it listed', async () => {
  const tag = d.codes.phoneTag(HERE, '13700137000');
  await d.importRows(worker, [home('901', { adults: [{ name: '丁', phone: '13700137000' }] })]);
  expect(await d.repo.roll.byPhone(HERE, tag)).toHaveLength(1);
  await d.importRows(worker, [home('901', { adults: [{ name: '丁' }] })]);
  expect(await d.repo.roll.byPhone(HERE, tag)).toEqual([]);
});

test('sixteen imports of the same chunk at once: it is imported once, with one event', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => home(String(100 + i), { building: '16号楼' }));
  const count = (await d.eventsOf(HERE)).length;
  const heard = await Promise.all(Array.from({ length: 16 }, () => d.importRows(worker, rows)));
  const added = heard.filter(({ status, body }) => status === 200 && body['added'] === 30);
  expect(added).toHaveLength(1);
  expect(
    heard.filter((one) => !added.includes(one)).every(({ body }) => body['refused'] === 'STALE' || body['same'] === 30),
  ).toBe(true);
  expect(await d.eventsOf(HERE)).toHaveLength(count + 1);
  expect((await d.items(`${HERE}#b`)).find((b) => b['building'] === '16号楼')).toMatchObject({ households: 30 });
});

test('sixteen sendings of one request under one key: one event, and all hear the same', async () => {
  const rows = Array.from({ length: 10 }, (_, i) => home(String(100 + i), { building: '17号楼' }));
  const count = (await d.eventsOf(HERE)).length;
  const heard = await Promise.all(
    Array.from({ length: 16 }, () => d.importRows(worker, rows, { key: 'one-import-key' })),
  );
  expect(
    new Set(
      heard
        .map(({ body }) => JSON.stringify(body))
        .filter((body) => !body.includes('"same":10') && !body.includes('STALE')),
    ).size,
  ).toBe(1);
  expect(await d.eventsOf(HERE)).toHaveLength(count + 1);
  expect((await d.importRows(worker, rows.slice(1), { key: 'one-import-key' })).body).toEqual({
    refused: 'KEY_REUSED',
  });
});

test('the largest chunk stays within the units of its contract and of one transaction', async () => {
  const adults = Array.from({ length: 2 }, (_, i) => ({ name: '欧阳建国', phone: String(13_600_000_000 + i) }));
  const full = Array.from({ length: 28 }, (_, i) =>
    home(String(i + 1), {
      building: '20号楼',
      adults: adults.map(({ name }, a) => ({ name, phone: String(13_600_000_000 + i * 10 + a) })),
    }),
  );
  expect(says(await d.importRows(worker, full))).toMatchObject({ added: 28 });
  expect(d.units()?.write).toBeLessThanOrEqual(directory.importRoll.units);
  const scattered = Array.from({ length: 29 }, (_, i) => home('1', { building: `${200 + i}号楼` }));
  expect(says(await d.importRows(worker, scattered))).toMatchObject({ added: 29 });
  expect(d.units()?.write).toBeLessThanOrEqual(directory.importRoll.units);
  const others = full.map((row, i) => ({
    ...row,
    adults: row.adults.map(({ name }, a) => ({ name, phone: String(13_500_000_000 + i * 10 + a) })),
  }));
  expect(says(await d.importRows(worker, others))).toMatchObject({ changed: 28 });
  expect(await preview(others)).toEqual(others.map(() => 'same'));
  expect(await d.repo.roll.byPhone(HERE, d.codes.phoneTag(HERE, '13600000000'))).toEqual([]);
});

test('households and buildings are listed in the order of the doors, by pages of twenty', async () => {
  const rooms = [
    '1001',
    '201',
    '101',
    '202',
    '102',
    '301',
    '2',
    '10',
    ...Array.from({ length: 17 }, (_, i) => String(401 + i)),
  ];
  await d.importRows(
    worker,
    rooms.map((room) => home(room, { building: '30号楼', area: 9_000, adults: [{ name: '甲' }] })),
  );
  const first = await d.call('listHouseholds', { building: '30栋' }, { as: worker });
  const second = await d.call(
    'listHouseholds',
    { building: '30栋', cursor: String(first.body['next']) },
    { as: worker },
  );
  const shown = [first, second].flatMap(({ body }) => body['items'] as Record<string, unknown>[]);
  expect(shown.map((h) => h['room'])).toEqual([
    '2',
    '10',
    '101',
    '102',
    '201',
    '202',
    '301',
    ...Array.from({ length: 17 }, (_, i) => String(401 + i)),
    '1001',
  ]);
  expect(shown[0]).toEqual({
    householdId: expect.stringMatching(/^0[0-9A-Z]{25}$/) as string,
    building: '30号楼',
    unit: '2单元',
    room: '2',
    area: 9_000,
    adults: 1,
    joined: 0,
  });
  expect(second.body['next']).toBeUndefined();
  const buildings = (await d.call('listBuildings', {}, { as: worker })).body['items'] as {
    building: string;
    households: number;
  }[];
  expect(buildings.find(({ building }) => building === '30号楼')).toEqual({ building: '30号楼', households: 25 });
  expect(buildings.map(({ building }) => Number.parseInt(building, 10))).toEqual(
    [...buildings.map(({ building }) => Number.parseInt(building, 10))].sort((a, b) => a - b),
  );
});

test.each([
  ['a worker of another community', async () => d.holder(['worker'], THERE)],
  ['a resident', async () => d.holder(['resident'])],
  ['somebody unknown', async () => d.person()],
])('%s imports nothing and sees nothing', async (_, make) => {
  const as = await make();
  expect(says(await d.importRows(as, [home('1')]))).toEqual([403, 'NOT_ELIGIBLE']);
  expect(says(await d.call('previewRoll', { fileHash: 'a'.repeat(64), rows: [home('1')] }, { as }))).toEqual([
    403,
    'NOT_ELIGIBLE',
  ]);
  expect(says(await d.call('listHouseholds', { building: '3号楼' }, { as }))).toEqual([403, 'NOT_ELIGIBLE']);
});

test('a roll of three thousand households is imported, compared and imported again', async () => {
  const supervisor = (await d.items('330102004#p'))[0]?.['sk'] as string;
  await d.call('openCommunity', { communityId: THERE }, { as: supervisor });
  const other = await d.holder(['worker'], THERE);
  const chunks = inChunks(makeRoll({ seed: 1, households: 3_000, people: [] }));
  const importAll = async () => {
    const total = { added: 0, changed: 0, same: 0, units: 0 };
    for (const rows of chunks) {
      const { body } = await d.importRows(other, rows, { in: THERE });
      for (const name of ['added', 'changed', 'same'] as const) total[name] += Number(body[name]);
      total.units += d.units()?.write ?? 0;
    }
    return total;
  };
  const started = performance.now();
  expect(await importAll()).toMatchObject({ added: 3_000, changed: 0, same: 0 });
  process.stdout.write(
    `3,000 households in ${chunks.length} requests: ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  expect(await importAll()).toEqual({ added: 0, changed: 0, same: 3_000, units: 0 });
  expect(await createHouseholds(d.client, 'directory').idsOf(THERE)).toHaveLength(3_000);
  expect(says(await d.call('readCommunity', { communityId: THERE }))).toMatchObject({ households: 3_000 });
}, 60_000);
