import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { BadCursor } from '../kernel/cursor';
import { stageShift, type Name, type Stage } from './test-shift';

/** Every list at just over a page and at over two: order, pages, cursors, cost, and nobody else’s things in it. */
let engine: TestTables;
let stage: Stage;
let elsewhere: Stage;
type Ids = Awaited<ReturnType<Stage['shift']>>;
type Item = Record<string, unknown> & { shift?: { startsAt: string } };
let ids: Ids;
const who = {} as Record<'worker' | 'organiser' | 'me' | 'child' | 'parent' | 'stranger', string>;
const costs: Partial<Record<Name, number>> = {};
/** Shifts the list of those to come must show, and those who signed up for the first. */
const shiftIds: string[] = [];
const comers: string[] = [];
const HELP = { title: '换灯泡', about: '灯坏了', kind: 'repair' };
const PAGE = 20;

const inTens = async <T>(items: readonly T[], work: (item: T) => Promise<unknown>) => {
  for (let i = 0; i < items.length; i += 10) await Promise.all(items.slice(i, i + 10).map(work));
};
/** So many more activities, requests, comers, and shifts of one activity with places in them. */
const fill = async (count: number) => {
  const each = Array.from({ length: count }, (_, n) => n);
  stage.later(1);
  await inTens(each, () => stage.call('planActivity', stage.PLAN, { as: who.organiser }));
  await inTens(each, () => stage.call('askHelp', HELP, { as: who.me }));
  const people = await stage.people(count);
  await inTens(people, (as) => stage.call('signUp', ids, { as }));
  comers.push(...people);
  const times = each.map((n) => ({
    ...stage.inHours(10 + ((n * 7) % 24) + shiftIds.length, 40 + shiftIds.length),
    slots: 3,
  }));
  const short = times.map((one) => ({ ...one, endsAt: new Date(Date.parse(one.startsAt) + 3_600_000).toISOString() }));
  for (let i = 0; i < count; i += 10) {
    const input = { activityId: ids.activityId, shifts: short.slice(i, i + 10) };
    const { body } = await stage.call('addShifts', input, { as: who.organiser });
    const added = body['shiftIds'] as string[];
    await inTens(added, (shiftId) => stage.call('signUp', { ...ids, shiftId }, { as: who.me }));
    await inTens(added, (shiftId) => stage.call('signUp', { ...ids, shiftId, minor: true }, { as: who.child }));
    shiftIds.push(...added);
  }
};
const staged = async (made: Stage) => {
  const [worker, organiser] = [await made.person(['worker']), await made.person()];
  return { worker, organiser, ids: await made.shift(organiser, worker, 500) };
};

beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
  [stage, elsewhere] = [stageShift(engine.endpoint), stageShift(engine.endpoint)];
  const here = await staged(stage);
  Object.assign(who, here, {
    ...{ me: await stage.person(), child: await stage.person(['resident'], 'H1') },
    ...{ parent: await stage.person(['resident'], 'H1'), stranger: await stage.person(['resident'], 'H2') },
  });
  ids = here.ids;
  shiftIds.push(ids.shiftId);
  // what must not be seen: of another community, of another organiser, called off, not published, withdrawn, of another home
  const there = await staged(elsewhere);
  await elsewhere.call('askHelp', HELP, { as: there.organiser });
  await elsewhere.call('signUp', there.ids, { as: there.organiser });
  await stage.call('planActivity', stage.PLAN, { as: who.worker });
  const off = await stage.shift(who.worker, who.worker);
  for (const as of [who.me, who.child]) await stage.call('signUp', { ...off, minor: as === who.child }, { as });
  for (const as of [who.me, who.child]) await stage.call('withdraw', off, { as });
  await stage.call('cancelShift', { ...off, reason: '下雨' }, { as: who.worker });
  await stage.call('signUp', ids, { as: who.stranger });
  await stage.call('withdraw', ids, { as: who.stranger });
  await fill(20);
  for (const [name, { as, input }] of LISTS)
    costs[name] = (await stage.call(name, input?.() ?? {}, { as: as() })).units.read;
  await fill(20);
}, 300_000);
afterAll(async () => {
  expect(stage.world.errors.filter((error) => !(error instanceof BadCursor))).toEqual([]);
  stage.close();
  elsewhere.close();
  await engine.stop();
});

interface List {
  as: () => string;
  input?: () => Record<string, unknown>;
  /** By what it is ordered, and which way. */
  by: (item: Item) => string;
  order: 'up' | 'down';
  /** How many there are. */
  count: () => number;
}
const idOf = (name: string) => (item: Item) => String(item[name]);
const LISTS: [Name, List][] = [
  ['listComing', { as: () => who.stranger, by: idOf('startsAt'), order: 'up', count: () => 41 }],
  // the forty, the one with shifts, and two of the worker’s
  ['listPlans', { as: () => who.worker, by: idOf('activityId'), order: 'down', count: () => 43 }],
  ['listOrganised', { as: () => who.organiser, by: idOf('activityId'), order: 'down', count: () => 41 }],
  ['listMine', { as: () => who.me, by: ({ shift }) => shift?.startsAt ?? '', order: 'down', count: () => 40 }],
  ['listFamily', { as: () => who.parent, by: idOf('shiftId'), order: 'down', count: () => 40 }],
  ['listAttendance', { as: () => who.organiser, input: () => ids, by: idOf('personId'), order: 'up', count: () => 40 }],
  ['listRequests', { as: () => who.stranger, by: idOf('requestId'), order: 'down', count: () => 40 }],
];
const pageOf = async (name: Name, { as, input }: List, cursor?: unknown) => {
  const heard = await stage.call(name, { ...input?.(), ...(cursor ? { cursor } : {}) }, { as: as() });
  expect([name, heard.status]).toEqual([name, 200]);
  return {
    items: heard.body['items'] as Item[],
    next: heard.body['next'] as string | undefined,
    read: heard.units.read,
  };
};
const pagesOf = async (name: Name, list: List) => {
  const pages = [await pageOf(name, list)];
  while (pages.at(-1)?.next) pages.push(await pageOf(name, list, pages.at(-1)?.next));
  return pages;
};

test.each(LISTS)('%s: in order, page by page, everything once', async (name, list) => {
  const pages = await pagesOf(name, list);
  const keys = pages.flatMap(({ items }) => items).map(list.by);
  const sorted = [...keys].sort();
  expect(keys).toEqual(list.order === 'up' ? sorted : sorted.reverse());
  const named = pages.flatMap(({ items }) => items).map((item) => JSON.stringify(item));
  expect([new Set(named).size, named.length]).toEqual([list.count(), list.count()]);
  for (const { items } of pages) expect(items.length).toBeLessThanOrEqual(PAGE);
  // a page is never followed by an empty one
  expect(pages.at(-1)?.items.length).toBeGreaterThan(0);
});
test.each(LISTS)('%s: a page costs the same at one page and at three', async (name, list) => {
  const first = await pageOf(name, list);
  expect([name, first.read]).toEqual([name, costs[name]]);
  expect(first.read).toBeLessThanOrEqual(25);
  expect((await stage.call(name, list.input?.() ?? {}, { as: list.as() })).units.write).toBe(0);
});
test.each(LISTS)('%s: another list’s cursor, another’s own and a changed one are refused', async (name, list) => {
  const refusedFor = async (cursor: string | undefined, as = list.as()) =>
    (await stage.call(name, { ...list.input?.(), cursor }, { as })).body['refused'];
  const own = (await pageOf(name, list)).next ?? '';
  expect(await refusedFor(own)).toBeUndefined();
  for (const [other, its] of LISTS)
    if (other !== name)
      expect([other, await refusedFor((await pageOf(other, its)).next)]).toEqual([other, 'BAD_CURSOR']);
  const [body = '', mac = ''] = own.split('.');
  const further = Buffer.from(body, 'base64url')
    .toString()
    .replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  for (const made of [`${body}.${mac.slice(0, -1)}`, `${Buffer.from(further).toString('base64url')}.${mac}`, body, 'x'])
    expect([made, await refusedFor(made)]).toEqual([made, 'BAD_CURSOR']);
});
test('one’s own lists are one’s own, and a cursor of one is nothing to another', async () => {
  const own = ['listMine', 'listOrganised'] as const;
  for (const name of own) {
    expect((await stage.call(name, {}, { as: who.stranger })).body).toEqual({ items: [] });
    const [, list] = LISTS.find(([one]) => one === name)!;
    const { next } = await pageOf(name, list);
    expect((await stage.call(name, { cursor: next }, { as: who.stranger })).body).toEqual({ refused: 'BAD_CURSOR' });
  }
  expect((await stage.call('listFamily', {}, { as: who.stranger })).body).toEqual({ items: [] });
  expect((await stage.call('listFamily', {}, { as: who.child })).body['items']).toEqual([]);
  expect((await stage.call('listAttendance', ids, { as: who.me })).body).toEqual({ refused: 'NOT_ORGANISER' });
  expect((await stage.call('listPlans', {}, { as: who.me })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
});
test('what is shown is what was signed up for', async () => {
  const all = async (name: Name, field: string) => {
    const [, list] = LISTS.find(([one]) => one === name)!;
    return (await pagesOf(name, list))
      .flatMap(({ items }) => items)
      .map((item) => String(item[field]))
      .sort();
  };
  expect(await all('listComing', 'shiftId')).toEqual([...shiftIds].sort());
  expect(await all('listMine', 'shiftId')).toEqual(shiftIds.slice(1).sort());
  expect(await all('listAttendance', 'personId')).toEqual([...comers].sort());
  expect(new Set(await all('listFamily', 'personId'))).toEqual(new Set([who.child]));
});
test('no list is left out', () => {
  const lists = Object.keys(volunteering).filter((name) => name.startsWith('list'));
  expect(LISTS.map(([name]) => name as string).sort()).toEqual(lists.sort());
});
