import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import { personKey } from '../kernel/caller';
import { branchKey, partyKey, type PartyItem } from '../kernel/party';
import { readingsPk } from '../kernel/party-log';
import { listsOf } from './repo-members';
import { AGREED, TABLES, stageParty, type Name, type Stage } from './test-party';
import { buildTown, type Town } from './test-town';

/** Lists of three pages: whole, in order, by twenties, at the same cost on every page and at any size. */
const MANY = 2 * PAGE_SIZE + 7;
let engine: TestTables;
let stage: Stage;
let town: Town;
let people: string[];
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageParty(engine.endpoint);
  town = await buildTown(stage);
  const next = () => ((stage.world.now = new Date(+stage.world.now + 1)), stage.id());
  people = Array.from({ length: MANY }, next);
  await fill();
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

const putAll = async (table: string, items: readonly object[]) => {
  for (let i = 0; i < items.length; i += 25) {
    const puts = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
    await stage.client.send(new BatchWriteCommand({ RequestItems: { [table]: puts as never } }));
  }
};
const memberOf = (personId: string, i: number): PartyItem => ({
  ...partyKey(stage.communityId, personId),
  ...{ kind: 'inService', state: 'valid', branchId: town.branchId, unitId: town.unitId, skills: [], open: true },
  ...{ displayName: `第${i}位`, version: 1, since: '2026-11-27T02:00:00.000Z', validUntil: '2027-11-30T16:00:00.000Z' },
  askedAt: new Date(Date.UTC(2026, 10, 1) + i * 1_000).toISOString(),
  renewAskedAt: new Date(Date.UTC(2026, 10, 1) + i * 1_000).toISOString(),
});
const fill = async () => {
  const members = people.map(memberOf);
  await putAll(
    'party',
    members.map((one) => ({ ...one, ...listsOf(stage.communityId, one) })),
  );
  await putAll(
    'identity',
    people.map((id) => ({ ...personKey(id), validFrom: 0, consents: AGREED })),
  );
  const kept = people.map((id) => ({ ...branchKey(stage.communityId, id), name: '支部', secretaryId: id, members: 0 }));
  await putAll('party', kept.slice(0, MANY - 2));
  const reading = {
    pk: readingsPk(stage.communityId, town.me),
    as: 'secretary',
    at: '2026-11-27T02:00:00.000Z',
    times: 1,
  };
  await putAll(
    'party',
    people.map((id) => ({ ...reading, sk: `2026-11-27#${id}#branch` })),
  );
  const street = stage.communityId.slice(0, 9);
  const places = people.map((_, i) => `${street}${String(900 + i)}`);
  await putAll(
    'directory',
    places.map((sk) => ({ pk: `${street}#communities`, sk, communityId: sk, name: '社区' })),
  );
};

type List = [name: Name, as: 'me' | 'secretary' | 'contact' | 'worker' | 'supervisor' | 'nobody', logged: boolean];
const LISTS: List[] = [
  ['listBranches', 'me', false],
  ['listBranchMembers', 'secretary', true],
  ['listKeptBranches', 'worker', false],
  ['listUnitMembers', 'contact', true],
  ['listWaiting', 'worker', true],
  ['listOpen', 'nobody', false],
  ['listAccess', 'me', false],
  ['listStreetFigures', 'supervisor', false],
];
const ask = ([name, as]: List, cursor?: unknown) =>
  stage.call(name, cursor === undefined ? {} : { cursor }, { as: as === 'nobody' ? undefined : town[as] });
const walk = async (list: List) => {
  const pages = [await ask(list)];
  while (pages.at(-1)?.body['next'] !== undefined && pages.length < 9)
    pages.push(await ask(list, pages.at(-1)?.body['next']));
  return pages;
};

test.each(LISTS)(
  '%s comes whole by twenties at the same cost on every page, and no cursor of another list leads on',
  async (...list) => {
    const pages = await walk(list);
    const sizes = pages.map(({ body }) => (body['items'] as unknown[]).length);
    expect([list[0], sizes]).toEqual([list[0], [PAGE_SIZE, PAGE_SIZE, 7]]);
    const [first = 0, second = 0] = pages.map(({ units }) => units.read);
    expect(Math.abs(second - first)).toBeLessThanOrEqual(2);
    expect(first).toBeLessThanOrEqual(70);
    expect(pages.map(({ units }) => units.write)).toEqual(list[2] ? sizes : [0, 0, 0]);
    const other = LISTS[(LISTS.findIndex(([name]) => name === list[0]) + 1) % LISTS.length] as List;
    const foreign = (await ask(other)).body['next'];
    for (const cursor of [foreign, 'x', `${String(pages[0]?.body['next'])}A`])
      expect((await ask(list, cursor)).body).toEqual({ refused: 'BAD_CURSOR' });
  },
);

test('members come in the order of no merit: by id in the branch, by the asking where they wait', async () => {
  const ids = async (list: List) =>
    (await walk(list)).flatMap(({ body }) => (body['items'] as { personId: string }[]).map(({ personId }) => personId));
  expect(await ids(['listBranchMembers', 'secretary', true])).toEqual(people);
  expect(await ids(['listWaiting', 'worker', true])).toEqual(people);
});

test('whoever withdrew in the middle is missing from their page, which still leads on', async () => {
  const [gone = ''] = people;
  await stage.consent(gone, { privacy: '1' });
  const first = await ask(['listOpen', 'nobody', false]);
  expect([(first.body['items'] as unknown[]).length, typeof first.body['next']]).toEqual([PAGE_SIZE - 1, 'string']);
  await stage.consent(gone, AGREED);
});
