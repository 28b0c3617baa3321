import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Route } from '@gongzhi/shared/kernel/contract';
import { PAGE_SIZE } from '@gongzhi/shared/kernel/page';
import { projects } from '@gongzhi/shared/projects/contract';
import { TABLES, itemsOf, stageProjects, type Town } from './test-projects';

/** Every list whole, in its order, by twenties, at the same cost however long it is. */
type Name = keyof typeof projects;
const MANY = 43;
let engine: TestTables;
let here: Town;
let there: Town;
const ids: Record<string, string[]> = {};
let project: string;
let post: string;
let held: string[];
let mine: string;

const fill = async (town: Town) => {
  town.world.now = new Date(town.world.now.getTime() + 1);
  const tick = () => (town.world.now = new Date(town.world.now.getTime() + 1));
  const [projectId, postId] = [await town.start(), await town.post({ slots: 20 })];
  const me = await town.member('陈党员');
  const lists: Record<string, string[]> = {};
  const keep = (name: string, id: string) => (lists[name] ??= []).push(id);
  const holders: string[] = [];
  for (let n = 0; n < MANY; n += 1) {
    tick();
    keep('shown', await town.need());
    keep('waiting', await town.need({}, town.resident));
    keep('offers', await town.offer());
    keep('unsure', await town.unsure(() => town.offer()));
    keep('projects', await town.start({ needId: undefined, resourceIds: [lists['offers']?.at(-1)] }));
    const one = await town.person(['resident'], `邻居${n}`);
    await town.call('joinProject', { projectId, named: true }, { as: one });
    keep('joined', one);
    await town.call('tellStep', { projectId, words: `第 ${n} 步` }, { as: town.worker });
    const activity = town.id();
    await town.tell(activity, projectId);
    keep('service', activity);
    const other = await town.post({ title: `岗位${n}` });
    keep('posts', other);
    await town.nominated(other, me);
    if (n >= 20) continue;
    const holder = await town.member(`党员${n}`, { open: n % 2 === 0 });
    await town.nominated(postId, holder);
    await town.decide(postId, holder);
    holders.push(holder);
  }
  return { projectId, postId, me, lists, holders };
};
beforeAll(async () => {
  engine = await startTables(TABLES);
  [here, there] = [await stageProjects(engine.endpoint), await stageProjects(engine.endpoint)];
  const filled = await fill(here);
  Object.assign(ids, filled.lists);
  [project, post, held, mine] = [filled.projectId, filled.postId, filled.holders, filled.me];
}, 240_000);
afterAll(async () => {
  for (const town of [here, there]) town.close();
  await engine.stop();
});

interface List {
  name: Name;
  as?: () => string;
  input?: () => Record<string, unknown>;
  by: string;
  expected: () => string[];
  /** Most read units of a page. */
  most: number;
}
const newest = (name: string) => () => [...(ids[name] ?? [])].reverse();
const LISTS: List[] = [
  { name: 'listNeeds', by: 'needId', expected: () => [...(ids['shown'] ?? [])].reverse(), most: 48 },
  { name: 'listMyNeeds', as: () => here.resident, by: 'needId', expected: newest('waiting'), most: 48 },
  { name: 'listWaitingNeeds', as: () => here.worker, by: 'needId', expected: () => ids['waiting'] ?? [], most: 48 },
  { name: 'listResources', by: 'resourceId', expected: newest('offers'), most: 48 },
  {
    name: 'listWaitingResources',
    as: () => here.worker,
    by: 'resourceId',
    expected: () => ids['unsure'] ?? [],
    most: 48,
  },
  {
    name: 'listUnitResources',
    input: () => ({ unitId: here.unitId }),
    by: 'resourceId',
    expected: newest('offers'),
    most: 48,
  },
  { name: 'listProjects', by: 'projectId', expected: newest('projects'), most: 8 },
  {
    name: 'listUnitProjects',
    input: () => ({ unitId: here.unitId }),
    by: 'projectId',
    expected: newest('projects'),
    most: 32,
  },
  {
    ...{ name: 'listProjectMembers', as: () => here.worker, input: () => ({ projectId: project }) },
    ...{ by: 'personId', expected: () => [...(ids['joined'] ?? [])].sort(), most: 8 },
  },
  {
    name: 'listService',
    input: () => ({ projectId: project }),
    by: 'activityId',
    expected: newest('service'),
    most: 8,
  },
  { name: 'listPosts', by: 'postId', expected: newest('posts'), most: 30 },
  { name: 'listMyNominations', as: () => mine, by: 'postId', expected: newest('posts'), most: 8 },
  { name: 'listNominations', as: () => here.worker, by: 'postId', expected: () => ids['posts'] ?? [], most: 90 },
  { name: 'listNominations', as: () => here.secretary, by: 'postId', expected: () => ids['posts'] ?? [], most: 90 },
];
const ask = ({ name, as, input }: List, from: { cursor?: unknown } = {}) =>
  here.call(name, { ...input?.(), ...from }, { as: as?.() });
const walk = async (list: List) => {
  const pages = [await ask(list)];
  for (let next = pages[0]?.body['next']; next && pages.length < 9; next = pages.at(-1)?.body['next'])
    pages.push(await ask(list, { cursor: next }));
  return pages;
};

test('every list is here, but for those of one project or post that have their own test', () => {
  const all = Object.entries<Route>(projects).filter(([, { input }]) => 'cursor' in input.shape);
  const known = [...new Set([...LISTS.map(({ name }) => name as string), 'listSteps', 'listHolders'])];
  expect(known.sort()).toEqual(all.map(([name]) => name).sort());
});

test.each(LISTS)('$name comes whole, in its order, each page at the cost of the first', async (list) => {
  const pages = await walk(list);
  const found = pages.flatMap((page) => itemsOf(page).map((item) => String(item[list.by])));
  const known = new Set(list.expected());
  expect(found.filter((id) => known.has(id))).toEqual(list.expected());
  expect(new Set(found).size === found.length || list.name === 'listNominations').toBe(true);
  const reads = pages.map(({ units }) => units.read);
  expect([pages.length >= 3, reads[1] === reads[0], (reads[0] ?? 99) <= list.most]).toEqual([true, true, true]);
});

test.each(LISTS)('$name goes on from no cursor of another list or community', async (list) => {
  const { name, as, input } = list;
  const { body } = await ask(list);
  const bent = [`${String(body['next'])}x`, 'x', String(body['next']).split('.')[0]];
  const person = as && (await there.person(['worker', 'resident']));
  const foreign = await there.call(name, { ...input?.(), cursor: body['next'] }, { as: person });
  expect([name, foreign.body]).toEqual([name, { refused: 'BAD_CURSOR' }]);
  for (const cursor of bent) expect((await ask(list, { cursor })).body).toEqual({ refused: 'BAD_CURSOR' });
});

test('steps are told the newest first; holders are named only where they chose to be, at the same cost a page', async () => {
  const steps = await here.call('listSteps', { projectId: project });
  expect(itemsOf(steps).map(({ words }) => words)[0]).toBe(`第 ${MANY - 1} 步`);
  expect([itemsOf(steps).length, typeof steps.body['next']]).toEqual([PAGE_SIZE, 'string']);
  const holders = await here.call('listHolders', { postId: post });
  expect(itemsOf(holders)).toHaveLength(held.length / 2);
  expect((await here.call('readPost', { postId: post })).body).toMatchObject({ taken: held.length, slots: 20 });
});

test('what moved on since the index was written is left out, and the page still leads on', async () => {
  const [first = ''] = ids['waiting'] ?? [];
  here.world.now = new Date(here.world.now.getTime() + 60_000);
  await here.call('decideNeed', { needId: first, publish: true }, { as: here.worker });
  const waiting = await here.call('listWaitingNeeds', {}, { as: here.worker });
  expect(itemsOf(waiting).map(({ needId }) => needId)).not.toContain(first);
  expect(itemsOf(await here.call('listNeeds'))[0]).toMatchObject({ needId: first, state: 'open' });
});
