import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { party } from '@gongzhi/shared/party/contract';
import { streetOf } from '@gongzhi/shared/kernel/ids';
import { TABLES, stageParty, type Name, type Stage } from './test-party';
import { buildTown, type Town } from './test-town';

/** What every kind of reader is given of two members: one of the branch who is open, one who waits and names a unit. */
let engine: TestTables;
let stage: Stage;
let town: Town;
let readers: Record<string, string | undefined>;
let [valid, waiting] = ['', ''];
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageParty(engine.endpoint);
  town = await buildTown(stage);
  [valid, waiting] = [town.me, town.other];
  await town.member(valid, { displayName: '公开者' });
  await town.made('setOpen', { open: true }, { as: valid });
  await town.ask(waiting, { displayName: '等待者', skills: ['law'] });
  await stage.community(stage.communityId, '金秋花园');
  const elsewhere = (role: 'worker' | 'branchSecretary' | 'unitContact') =>
    stage.person([role], { scope: '310105099999' });
  readers = {
    public: undefined,
    resident: await town.newcomer(),
    member: valid,
    secretary: town.secretary,
    'secretary of another branch': town.otherSecretary,
    'secretary without a branch': await stage.person(['branchSecretary']),
    worker: town.worker,
    'worker elsewhere': await elsewhere('worker'),
    'secretary elsewhere': await elsewhere('branchSecretary'),
    contact: town.contact,
    'contact of another unit': town.otherContact,
    'contact elsewhere': await elsewhere('unitContact'),
    supervisor: town.supervisor,
    'supervisor of another street': await stage.person(['supervisor'], { scope: '310105098' }),
  };
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

/** Every read that could show somebody, and what each reader hears of the two: 公 the open one, 等 the waiting one. */
const READS = [
  'listOpen',
  'listBranchMembers',
  'listUnitMembers',
  'listWaiting',
  'readSeen',
  'listStreetFigures',
] as const;
type Row = [reader: string, ...heard: string[]];
const NO = 'NOT_ELIGIBLE';
const MATRIX: Row[] = [
  ['public', '公', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
  ['resident', '公', NO, NO, NO, '', NO],
  ['member', '公', NO, NO, NO, '公', NO],
  ['secretary', '公', '公等', NO, NO, '', NO],
  ['secretary of another branch', '公', '', NO, NO, '', NO],
  ['secretary without a branch', '公', 'NO_BRANCH', NO, NO, '', NO],
  ['worker', '公', NO, NO, '等', '', NO],
  ['worker elsewhere', '公', NO, NO, NO, NO, NO],
  ['secretary elsewhere', '公', NO, NO, NO, NO, NO],
  ['contact', '公', NO, '公等', NO, '', NO],
  ['contact of another unit', '公', NO, '', NO, '', NO],
  ['contact elsewhere', '公', NO, NO, NO, NO, NO],
  ['supervisor', '公', NO, NO, NO, '', ''],
  ['supervisor of another street', '公', NO, NO, NO, NO, NO],
];
const heardBy = async (name: Name, as: string | undefined): Promise<string> => {
  const { body } = await stage.call(name, {}, { as });
  if (body['refused']) return String(body['refused']);
  const said = JSON.stringify(body);
  return `${said.includes('公开者') ? '公' : ''}${said.includes('等待者') ? '等' : ''}`;
};

test('the matrix names every reader, and every route that lists anybody is in it or one’s own', () => {
  expect(MATRIX.map(([reader]) => reader)).toEqual(Object.keys(readers));
  const lists = Object.entries(party).filter(([, { method, input }]) => method === 'GET' && 'cursor' in input.shape);
  const others = ['listBranches', 'listKeptBranches', 'listAccess'];
  expect(
    lists
      .map(([name]) => name)
      .filter((name) => !others.includes(name))
      .sort(),
  ).toEqual(READS.filter((name) => name !== 'readSeen').sort());
});

test.each(MATRIX)('%s', async (reader, ...expected) => {
  const heard: string[] = [];
  for (const name of READS) heard.push(await heardBy(name, readers[reader]));
  expect(heard).toEqual(expected);
});

test('each reader is given their own shape of a member and not a field more', async () => {
  const fields = async (name: Name, as: string | undefined, of: string) => {
    const items = (await town.made(name, {}, { as }))['items'] as Record<string, unknown>[];
    return Object.keys(items.find(({ displayName }) => displayName === of) ?? {}).sort();
  };
  const CONTACT = ['askedAt', 'displayName', 'endsSoon', 'kind', 'personId', 'renewing', 'state'];
  const SECRETARY = [...CONTACT, 'building', 'skills'].sort();
  expect(await fields('listUnitMembers', town.contact, '等待者')).toEqual(CONTACT);
  expect(await fields('listBranchMembers', town.secretary, '等待者')).toEqual(SECRETARY);
  expect(await fields('listWaiting', town.worker, '等待者')).toEqual([...SECRETARY, 'branch', 'unit'].sort());
  expect(await fields('listOpen', undefined, '公开者')).toEqual(['displayName']);
  const counted = ['community', 'organisation', 'since', 'validUntil'];
  expect(await fields('listBranchMembers', town.secretary, '公开者')).toEqual([...SECRETARY, ...counted].sort());
});

test('what others see of me is word for word what they are given', async () => {
  const seen = (as: string) => town.made('readSeen', {}, { as });
  const one = async (name: Name, as: string | undefined, id: string) => {
    const items = (await town.made(name, {}, { as }))['items'] as Record<string, unknown>[];
    return items.find(({ personId }) => personId === id);
  };
  expect(await seen(waiting)).toEqual({
    secretary: await one('listBranchMembers', town.secretary, waiting),
    unit: await one('listUnitMembers', town.contact, waiting),
    worker: await one('listWaiting', town.worker, waiting),
  });
  expect(await seen(valid)).toEqual({
    secretary: await one('listBranchMembers', town.secretary, valid),
    unit: await one('listUnitMembers', town.contact, valid),
    neighbour: ((await town.made('listOpen'))['items'] as unknown[])[0],
  });
});

test('whoever may not confirm hears the same of a member as of a neighbour who never reported in', async () => {
  const neighbour = readers['resident'] as string;
  for (const as of [town.otherSecretary, town.otherContact, readers['secretary without a branch']])
    for (const personId of [valid, waiting, neighbour])
      for (const [name, input] of [
        ['confirmOrganisation', { by: 'app' }],
        ['decline', { reason: '不是' }],
      ] as const) {
        const { status, body } = await stage.call(name, { personId, ...input }, { as });
        expect([status, body]).toEqual([409, { refused: 'NOT_WAITING' }]);
      }
  for (const personId of [valid, neighbour])
    for (const [name, input] of [
      ['confirmCommunity', {}],
      ['decline', { reason: '不是' }],
    ] as const) {
      const { body } = await stage.call(name, { personId, ...input }, { as: town.worker });
      expect([name, body]).toEqual([name, { refused: 'NOT_WAITING' }]);
    }
});

test('figures of fewer than three people are told to nobody, and the street reads its own communities alone', async () => {
  expect((await stage.call('readFigures')).body).toEqual({});
  const { body } = await stage.call('listStreetFigures', {}, { as: town.supervisor });
  const mine = (body['items'] as { communityId: string }[]).find(
    ({ communityId }) => communityId === stage.communityId,
  );
  expect(mine).toEqual({ communityId: stage.communityId, name: '金秋花园' });
  const streetId = streetOf(stage.communityId);
  const other = readers['supervisor of another street'];
  expect((await stage.call('listStreetFigures', { streetId }, { as: other })).body).toEqual({
    refused: 'NOT_ELIGIBLE',
  });
});

test('no list leaves the community, no event names or describes anybody, and no history lists a report-in', () => {
  const told = stage.said.filter(({ type }) => type.startsWith('party.'));
  expect(told.length).toBeGreaterThan(5);
  for (const { type, data, gpk } of told) {
    expect([type, Object.values(data).filter((value) => /[^\w-]/.test(String(value)))]).toEqual([type, []]);
    if (!type.startsWith('party.branch')) expect([type, gpk]).toEqual([type, undefined]);
  }
});

test('every reading of the staff is told to the member: who, as what, which day, how often; one’s own is not', async () => {
  const member = await town.newcomer('被看的人');
  await town.ask(member, { displayName: '被看者' });
  const read = (name: Name, as: string) => stage.call(name, {}, { as });
  for (const _ of [1, 2, 3]) await read('listBranchMembers', town.secretary);
  await read('listWaiting', town.worker);
  await read('listUnitMembers', town.contact);
  await read('listBranchMembers', town.otherSecretary);
  await read('readSeen', member);
  stage.world.now = new Date('2026-11-27T18:00:00.000Z');
  await read('listWaiting', town.worker);
  const { items } = await town.made('listAccess', {}, { as: member });
  const told = (items as Record<string, unknown>[]).map((one) => [
    one['day'],
    one['as'],
    one['what'],
    one['readerName'],
    one['times'],
  ]);
  expect(told[0]).toEqual(['2026-11-28', 'worker', 'waiting', '李静', 1]);
  expect(told.slice(1).sort((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual([
    ['2026-11-27', 'secretary', 'branch', '何芳', 3],
    ['2026-11-27', 'unit', 'unit', '周科长', 1],
    ['2026-11-27', 'worker', 'waiting', '李静', 1],
  ]);
  expect((await town.made('listAccess', {}, { as: readers['resident'] }))['items']).toEqual([]);
});
