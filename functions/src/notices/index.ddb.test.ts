import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { notices } from '@gongzhi/shared/notices/contract';
import { MOST_UNREAD } from '@gongzhi/shared/notices/rules';
import { announcementKey } from '../kernel/announcements';
import { stageInbox, type Stage } from './test-inbox';

let engine: TestTables;
let stage: Stage;
let me: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'notices', 'announcements']);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageInbox(engine.endpoint);
  me = await stage.person();
});
afterEach(() => stage.close());

/** Told `count` times, a minute apart; resolves to the ids, the oldest first. */
const tell = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    stage.world.now = new Date(stage.world.now.getTime() + 60_000);
    const at = stage.world.now.toISOString();
    const eventId = stage.id();
    const about = {
      type: 'votes.vote-opened',
      communityId: stage.communityId,
      proposalId: stage.id(),
      title: '加装扶手',
    };
    await stage.repo.inbox.tell(me, eventId, { ...about, at, arrivedAt: at, data: { households: 312 } });
    ids.push(eventId);
  }
  return ids;
};
const unread = async () => (await stage.call('countUnread', {}, me)).body['unread'];

test('an inbox shows the newest first, in pages of twenty, and nobody else’s', async () => {
  expect((await stage.call('listInbox', {}, me)).body).toEqual({ items: [] });
  const ids = await tell(25);
  const first = (await stage.call('listInbox', {}, me)).body as {
    items: { noticeId: string; read: boolean }[];
    next: string;
  };
  const rest = (await stage.call('listInbox', { cursor: first.next }, me)).body as typeof first;
  expect([...first.items, ...rest.items].map(({ noticeId }) => noticeId)).toEqual([...ids].reverse());
  expect([first.items.length, rest.items.length, rest.next]).toEqual([20, 5, undefined]);
  expect(first.items[0]).toMatchObject({
    title: '加装扶手',
    type: 'votes.vote-opened',
    read: false,
    data: { households: 312 },
  });
  const other = await stage.person();
  expect((await stage.call('listInbox', {}, other)).body).toEqual({ items: [] });
  expect((await stage.call('listInbox', { cursor: first.next }, other)).body).toEqual({ refused: 'BAD_CURSOR' });
});

test('one is read by itself, and all that had arrived by then together; what comes later is unread', async () => {
  const ids = await tell(5);
  expect(await unread()).toBe(5);
  const [read, again] = [
    await stage.call('markRead', { noticeId: ids[0]! }, me),
    await stage.call('markRead', { noticeId: ids[0]! }, me),
  ];
  expect([read.status, again.status, again.units.write]).toEqual([200, 200, 0]);
  expect(again.body).toEqual(read.body);
  expect(await unread()).toBe(4);
  const upTo = stage.world.now.toISOString();
  await tell(2);
  expect((await stage.call('markAllRead', { upTo }, me)).body).toMatchObject({ upTo });
  expect(await unread()).toBe(2);
  const earlier = new Date(Date.parse(upTo) - 200_000).toISOString();
  expect((await stage.call('markAllRead', { upTo: earlier }, me)).status).toBe(200);
  expect(await unread()).toBe(2);
});

test('an old event that arrives late is unread, and nothing is read before it comes', async () => {
  await tell(1);
  const future = new Date(stage.world.now.getTime() + 86_400_000).toISOString();
  expect((await stage.call('markAllRead', { upTo: future }, me)).body).toMatchObject({
    upTo: stage.world.now.toISOString(),
  });
  const old = new Date(stage.world.now.getTime() - 3_600_000).toISOString();
  const arrivedAt = new Date(stage.world.now.getTime() + 1).toISOString();
  const about = {
    type: 'votes.vote-opened',
    communityId: stage.communityId,
    proposalId: stage.id(),
    title: '灯',
    at: old,
    data: {},
  };
  await stage.repo.inbox.tell(me, stage.id(), { ...about, arrivedAt });
  expect(await unread()).toBe(1);
});

test('what is not in one’s own inbox is not there to be read', async () => {
  const [id = ''] = await tell(1);
  expect((await stage.call('markRead', { noticeId: id }, await stage.person())).body).toEqual({ refused: 'NOT_FOUND' });
});

test('what was announced is shown as it stands now, and that it was corrected or withdrawn', async () => {
  const told = async (type: string, now: { version: number; state: string }, data: Record<string, number> = {}) => {
    const [proposalId, at] = [stage.id(), stage.world.now.toISOString()];
    const { communityId } = stage;
    const head = { ...announcementKey(communityId, proposalId), title: '周四停水', audience: {}, kind: 'service' };
    await stage.put('announcements', { ...head, at, ...now });
    const notice = { type, communityId, proposalId, title: '周三停水', at, arrivedAt: at, data };
    await stage.repo.inbox.tell(me, stage.id(), notice);
    stage.world.now = new Date(stage.world.now.getTime() + 1_000);
  };
  await told('announcements.published', { version: 1, state: 'published' });
  await told('announcements.published', { version: 2, state: 'published' });
  await told('announcements.corrected', { version: 2, state: 'published' }, { version: 2 });
  await told('announcements.corrected', { version: 3, state: 'published' }, { version: 2 });
  await told('announcements.published', { version: 1, state: 'withdrawn' });
  const shown = async (name: 'listInbox' | 'searchInbox', words = {}) => {
    const { body, units } = await stage.call(name, words, me);
    const items = body['items'] as { title: string; since?: string }[];
    return { units, said: items.map(({ title, since }) => `${title} ${since ?? ''}`).reverse() };
  };
  const { said, units } = await shown('listInbox');
  expect(said).toEqual(['周三停水 ', '周四停水 corrected', '周三停水 ', '周四停水 corrected', '周四停水 withdrawn']);
  expect(units.read).toBeLessThanOrEqual(5 * 0.5 + 4);
  expect((await shown('searchInbox', { words: '停水' })).said).toEqual(said);
});

test('list and number cost the same at a hundred and at more, and commands stay within their units', async () => {
  const reads = async () => [
    (await stage.call('listInbox', {}, me)).units.read,
    (await stage.call('countUnread', {}, me)).units.read,
  ];
  await tell(MOST_UNREAD + 1);
  const few = await reads();
  expect(await unread()).toBe(MOST_UNREAD);
  const [id = ''] = await tell(60);
  expect(await reads()).toEqual(few);
  expect(few[0]).toBeLessThanOrEqual(4);
  expect(few[1]).toBeLessThanOrEqual(7);
  for (const [name, input] of [
    ['markRead', { noticeId: id }],
    ['markAllRead', { upTo: stage.world.now.toISOString() }],
  ] as const) {
    const { status, units } = await stage.call(name, input as never, me);
    expect([status, units.write]).toEqual([200, 5]);
    expect((notices[name] as { units?: number }).units ?? 8).toBeGreaterThanOrEqual(units.write);
  }
  expect(await unread()).toBe(0);
});
