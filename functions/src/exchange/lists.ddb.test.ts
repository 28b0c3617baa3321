import { BatchWriteCommand, DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import { memberKey } from '../kernel/caller';
import { TABLES, stageExchange, type Name, type Stage } from './test-exchange';

/** Lists of three pages, each beside a neighbour's own and another community's: their order, their pages and what they cost. */
const MANY = 2 * PAGE_SIZE + 7;
const ACTIVITY = '01ARYZ6S410000000000000AAA';
const TEAM = '01ARYZ6S410000000000000TTT';
type Item = Record<string, unknown>;
interface Town {
  stage: Stage;
  worker: string;
  me: string;
  /** Ids that were made, the earliest first, and people by their ids. */
  ids: string[];
  people: string[];
}
interface List {
  name: Name;
  as: 'me' | 'worker';
  input?: object;
  /** What each item is known by, and in which order they come. */
  by: string;
  expected: (town: Town) => string[];
}
let engine: TestTables;
let here: Town;
let there: Town;

const putAll = async ({ client }: Stage, table: string, items: readonly Item[]) => {
  for (let i = 0; i < items.length; i += 25) {
    const puts = items.slice(i, i + 25).map((item) => ({ PutRequest: { Item: item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: puts } }));
  }
};
const AT = '2026-11-27T02:00:00.000Z';
const OFFER = { title: '洗衣液', kind: 'good', about: '到站领取', points: 20, stock: 1, open: true };
const GIVEN = { activityId: ACTIVITY, words: '谢谢', byName: '邻居', at: AT };

/** What the slice keeps for lists of these ids: of one person, of the community, and of everybody. */
const itemsOf = ({ stage: { communityId: c }, me, ids, people }: Omit<Town, 'worker'>): Item[] => [
  ...ids.flatMap((sk): Item[] => [
    { pk: `${c}#e#${me}`, sk, kind: 'taken', parts: -1_200, at: AT, title: '洗衣液', offerId: sk, byName: '王秀兰' },
    { pk: `${c}#waiting`, sk, personId: me },
    { pk: `${c}#offers`, sk, ...OFFER },
    { pk: `${c}#t#${me}`, sk, ...GIVEN, fromId: me },
    { pk: `${c}#thanks`, sk, ...GIVEN, fromId: me, toId: me, label: 20003 },
    { pk: `${c}#teams`, sk, name: '队', about: '做', members: 0, minutes: 0 },
  ]),
  ...people.flatMap((sk): Item[] => [
    { pk: `${c}#s#${ACTIVITY}`, sk: `${sk}#${ACTIVITY}#recorded`, minutes: 60, version: 1 },
    { pk: `${c}#skill#repair`, sk },
    { pk: `${c}#m#${TEAM}`, sk, name: '邻居' },
  ]),
];
const build = async (): Promise<Town> => {
  const stage = stageExchange(engine.endpoint);
  const [worker, me, neighbour] = [await stage.person(['worker']), await stage.person(), await stage.person()];
  const made = () =>
    Array.from({ length: MANY }, () => ((stage.world.now = new Date(+stage.world.now + 1)), stage.id()));
  const [ids, people] = [made(), made()];
  const members = people.map((one) => ({
    ...memberKey(stage.communityId, one),
    roles: ['resident'],
    displayName: '邻居',
  }));
  await putAll(stage, 'directory', members);
  await putAll(stage, 'exchange', itemsOf({ stage, me, ids, people }));
  const own = itemsOf({ stage, me: neighbour, ids: made(), people: [] }).filter(({ pk }) =>
    String(pk).endsWith(neighbour),
  );
  await putAll(stage, 'exchange', own);
  return { stage, worker, me, ids, people };
};
beforeAll(async () => {
  engine = await startTables(TABLES);
  [here, there] = await Promise.all([build(), build()]);
});
afterAll(async () => {
  for (const { stage } of [here, there]) stage.close();
  await engine.stop();
});

const newest = ({ ids }: Town) => [...ids].reverse();
const earliest = ({ ids }: Town) => ids;
const byPerson = ({ people }: Town) => people;
const LISTS: List[] = [
  { name: 'listEntries', as: 'me', by: 'entryId', expected: newest },
  { name: 'listOffers', as: 'me', by: 'offerId', expected: newest },
  { name: 'listOrders', as: 'worker', by: 'orderId', expected: earliest },
  { name: 'listThanks', as: 'me', by: 'thanksId', expected: newest },
  { name: 'listWaitingThanks', as: 'worker', by: 'thanksId', expected: earliest },
  { name: 'listTeams', as: 'me', by: 'teamId', expected: newest },
  { name: 'listHelpers', as: 'me', input: { activityId: ACTIVITY }, by: 'personId', expected: byPerson },
  { name: 'listSkilled', as: 'worker', input: { skill: 'repair' }, by: 'personId', expected: byPerson },
  { name: 'listTeamMembers', as: 'me', input: { teamId: TEAM }, by: 'personId', expected: byPerson },
];
const ask = ({ name, as, input }: List, town: Town, cursor?: unknown) =>
  town.stage.call(name, { ...input, ...(cursor === undefined ? {} : { cursor }) }, { as: town[as] });
const walk = async (list: List, town: Town) => {
  const pages: Awaited<ReturnType<typeof ask>>[] = [];
  do pages.push(await ask(list, town, pages.at(-1)?.body['next']));
  while (pages.at(-1)?.body['next'] !== undefined && pages.length < 9);
  return pages;
};
const idsIn = ({ by }: List, { body }: Awaited<ReturnType<typeof ask>>) =>
  (body['items'] as Item[]).map((item) => String(item[by]));

test('every list is here', () => {
  const lists = Object.entries<Route>(exchange).filter(([, { input }]) => 'cursor' in input.shape);
  expect(LISTS.map(({ name }) => name).sort()).toEqual(lists.map(([name]) => name).sort());
});

test.each(LISTS)('$name comes whole, in its order, by twenties, at the same cost on every page', async (list) => {
  const pages = await walk(list, here);
  expect(pages.map((page) => idsIn(list, page).length)).toEqual([PAGE_SIZE, PAGE_SIZE, 7]);
  expect(pages.flatMap((page) => idsIn(list, page))).toEqual(list.expected(here));
  const [first = 0, second = 0, last = 0] = pages.map(({ units }) => units.read);
  expect([second, last <= first, pages.every(({ units }) => units.write === 0)]).toEqual([first, true, true]);
  expect(first).toBeLessThanOrEqual(60);
});

test.each(LISTS)('$name has nothing of another community or person in it, whose cursor it refuses', async (list) => {
  const [mine, others] = [await ask(list, here), await ask(list, there)];
  expect(idsIn(list, mine).filter((id) => idsIn(list, others).includes(id))).toEqual([]);
  const other = LISTS[(LISTS.indexOf(list) + 1) % LISTS.length] as List;
  const foreign = [others.body['next'], (await ask(other, here)).body['next']];
  const next = String(mine.body['next']);
  const bent = [`${next.slice(0, -1)}${next.endsWith('A') ? 'B' : 'A'}`, next.split('.')[0], 'x', '.'];
  for (const cursor of [...foreign, ...bent]) {
    const { status, body } = await ask(list, here, cursor);
    expect([cursor, status, body]).toEqual([cursor, 400, { refused: 'BAD_CURSOR' }]);
  }
});

test.each(LISTS.filter(({ name }) => ['listEntries', 'listThanks'].includes(name)))(
  '$name of a neighbour is empty of mine and does not go on from my cursor',
  async (list) => {
    const neighbour = await here.stage.person();
    const as = { ...here, me: neighbour };
    expect((await ask(list, as)).body).toEqual({ items: [] });
    const { body } = await ask(list, here);
    expect((await ask(list, as, body['next'])).body).toEqual({ refused: 'BAD_CURSOR' });
  },
);

test('what was added at the head while somebody reads on is neither doubled nor does it push anything out', async () => {
  const list = LISTS[1] as List;
  const first = await ask(list, there);
  const sk = there.stage.id();
  await there.stage.put('exchange', { pk: `${there.stage.communityId}#offers`, sk, ...OFFER });
  const second = await ask(list, there, first.body['next']);
  expect(idsIn(list, second)).toEqual(list.expected(there).slice(PAGE_SIZE, 2 * PAGE_SIZE));
  expect(idsIn(list, await ask(list, there))[0]).toBe(sk);
});

test('who has left, who gave nothing after all, and who asks are no helpers; the page still leads on to the next', async () => {
  const { stage, people, me } = there;
  const [gone = '', undone = ''] = people;
  const tally = { pk: `${stage.communityId}#s#${ACTIVITY}`, version: 2 };
  await stage.put('exchange', { ...tally, sk: `${undone}#${ACTIVITY}#recorded`, minutes: 0 });
  await stage.put('exchange', { ...tally, sk: `${me}#${ACTIVITY}#recorded`, minutes: 60 });
  await stage.client.send(new DeleteCommand({ TableName: 'directory', Key: memberKey(stage.communityId, gone) }));
  const list = LISTS.find(({ name }) => name === 'listHelpers') as List;
  const all = (await walk(list, there)).flatMap((page) => idsIn(list, page));
  expect(all).toEqual(people.slice(2));
  expect(((await ask(list, there)).body['items'] as Item[]).every(({ name }) => name === '邻**')).toBe(true);
});
