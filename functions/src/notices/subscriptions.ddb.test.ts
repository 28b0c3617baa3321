import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { noticeIdOf } from '@gongzhi/shared/kernel/announcement-notice';
import { stageSending, type SendingStage } from './test-sending';

let engine: TestTables;
let it: SendingStage;
let me: string;
const TABLES = ['identity', 'directory', 'ledger', 'councils', 'notices', 'exchange', 'announcements'];
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  it = await stageSending(engine.endpoint);
  [me = ''] = await it.people(1, 0);
  await it.stage.put('identity', { pk: me, sk: 'person', validFrom: 0, consents: { privacy: '1' } });
});
afterEach(() => it.stop());

const accept = (answer = 'accept') => ({ answers: [{ kind: 'notice', answer }] }) as never;
const balance = () => it.balance(me);

test('an accept is one message more, told by the app and pushed by WeChat, and asked again with its key no second one', async () => {
  expect((await it.stage.call('recordPrompt', accept(), me)).body).toMatchObject({
    balances: [{ kind: 'notice', balance: 1 }],
  });
  for (let times = 0; times < 3; times += 1) await it.push(`o-${me}`, 'popup', { SubscribeStatusString: 'accept' });
  expect(await balance()).toBe(1);
  it.pass(60_000);
  for (let times = 0; times < 3; times += 1) await it.push(`o-${me}`, 'popup', { SubscribeStatusString: 'accept' });
  expect(await balance()).toBe(2);
  await it.stage.call('recordPrompt', accept(), me);
  expect(await balance()).toBe(2);
});

test('eight phones at once raise it by eight', async () => {
  const heard = await Promise.all(Array.from({ length: 8 }, () => it.stage.call('recordPrompt', accept(), me)));
  const done = heard.filter(({ status }) => status === 200).length;
  expect(await balance()).toBe(done);
  expect(done).toBeGreaterThanOrEqual(1);
});

test('turned off in WeChat is closed until the next accept', async () => {
  await it.stage.call('recordPrompt', accept(), me);
  await it.push(`o-${me}`, 'change', { SubscribeStatusString: 'reject' });
  const { body } = await it.stage.call('readPreferences', {}, me);
  expect(body['balances']).toMatchObject([{ kind: 'notice', balance: 0, closed: true }, { kind: 'vote' }]);
  await it.stage.call('recordPrompt', accept(), me);
  expect(await balance()).toBe(1);
});

test('a push about nobody, and about a template that is not ours, changes nothing', async () => {
  await it.push('o-nobody', 'popup', { SubscribeStatusString: 'accept' });
  await it.push(`o-${me}`, 'popup', { SubscribeStatusString: 'accept' }, 'tmplOther');
  await it.push(`o-${me}`, 'sent', { ErrorCode: 0 });
  expect(await balance()).toBe(0);
});

test('choices are kept, and a digest’s hour lists whoever chose it', async () => {
  await it.stage.call('savePreferences', { off: ['vote'], digestHour: 18 } as never, me);
  expect((await it.stage.call('readPreferences', {}, me)).body).toMatchObject({ off: ['vote'], digestHour: 18 });
  expect((await it.repo.preferences.atHour(18, undefined)).ids).toContain(me);
  const { units } = await it.stage.call('savePreferences', { off: [], digestHour: 20 } as never, me);
  expect(units.write).toBeLessThanOrEqual(12);
  expect((await it.repo.preferences.atHour(18, undefined)).ids).not.toContain(me);
  await it.stage.call('savePreferences', { off: [] } as never, me);
  expect((await it.repo.preferences.atHour(20, undefined)).ids).not.toContain(me);
});

test('a digest says how many came, once a day, at its hour and to those who chose it', async () => {
  const [other = '', idle = ''] = await it.people(2, 1);
  await it.stage.put('notices', { pk: `${me}#subs`, sk: 'notice', balance: 2, v: 1 });
  it.wechat.control.setBalance(me, 'tmplNotice', 2);
  const choose = async (one: string) => {
    await it.stage.put('notices', { pk: `${one}#subs`, sk: 'prefs', off: [], digestHour: 18 });
    await it.stage.put('notices', { pk: 'digest#18', sk: one });
  };
  await Promise.all([me, idle].map(choose));
  const at = it.world.now.toISOString();
  const about = {
    type: 'votes.vote-opened',
    communityId: it.communityId,
    proposalId: it.stage.id(),
    title: '加装扶手',
  };
  for (let n = 0; n < 3; n += 1) await it.repo.inbox.tell(me, it.stage.id(), { ...about, at, arrivedAt: at, data: {} });
  it.world.now = new Date('2026-11-23T10:07:00.000Z');
  await it.tick();
  await it.tick();
  const sendId = 'digest-2026-11-23-18';
  while (await it.stage.step(sendId, '18'));
  await it.sendAll(sendId);
  expect(it.received().get(me)).toBe(1);
  expect([it.received().get(other), it.received().get(idle)]).toEqual([undefined, undefined]);
  expect(it.wechat.control.sent().at(-1)?.data['thing1']).toBe('您有 3 条新通知');
  await it.tick();
  while (await it.stage.step(sendId, '18'));
  expect(it.received().get(me)).toBe(1);
});

test('the reach is exact, costs one request, and is the community’s own', async () => {
  const worker = await it.stage.person();
  await it.stage.put('directory', { pk: `${it.communityId}#p`, sk: worker, roles: ['worker'], displayName: '工作者' });
  const [one = '', two = ''] = await it.people(2, 1);
  for (const who of [one, two])
    await it.stage.put('identity', { pk: who, sk: 'person', validFrom: 0, consents: { privacy: '1' } });
  const id = await it.announce({ audience: { people: [one, two, me] } });
  const noticeId = noticeIdOf({ announcementId: id, at: it.world.now.toISOString() });
  await it.tell(id);
  const read = async () =>
    (await it.stage.call('readReach', { communityId: it.communityId, noticeId: id }, worker)).body;
  expect(await read()).toMatchObject({ state: 'sending', told: 3, opened: 0, waiting: 3 });
  await it.sendAll(id);
  for (let times = 0; times < 2; times += 1) await it.stage.call('markRead', { noticeId }, one);
  await Promise.all([1, 2, 3].map(() => it.stage.call('markRead', { noticeId }, two)));
  expect(await read()).toMatchObject({ state: 'over', told: 3, opened: 2, delivered: 2, notSubscribed: 1, waiting: 0 });
  const { status, units } = await it.stage.call('readReach', { communityId: it.communityId, noticeId: id }, worker);
  expect([status, units.read <= 14]).toEqual([200, true]);
  expect((await it.stage.call('readReach', { communityId: it.communityId, noticeId: id }, me)).status).toBe(403);
  const strange = await it.stage.call('readReach', { communityId: it.communityId, noticeId: it.stage.id() }, worker);
  expect(strange.body).toEqual({ refused: 'NOT_FOUND' });
});

test('one finds in one’s own inbox what has these words, however far back, a bounded piece at a time', async () => {
  const told = async (title: string) => {
    it.pass(1_000);
    const at = it.world.now.toISOString();
    const about = { type: 'votes.vote-opened', communityId: it.communityId, proposalId: it.stage.id(), title };
    await it.repo.inbox.tell(me, it.stage.id(), { ...about, at, arrivedAt: at, data: {} });
  };
  await told('3 号楼加装电梯');
  for (let n = 0; n < 110; n += 1) await told('楼道灯');
  const first = await it.stage.call('searchInbox', { words: '３号楼' }, me);
  expect([first.body['items'], typeof first.body['next'], first.units.read <= 20]).toEqual([[], 'string', true]);
  const then = await it.stage.call('searchInbox', { words: '３号楼', cursor: String(first.body['next']) }, me);
  expect(then.body['items']).toMatchObject([{ title: '3 号楼加装电梯' }]);
  expect((await it.stage.call('searchInbox', { words: '３号楼' }, await it.stage.person())).body).toEqual({
    items: [],
  });
});
test('the prompt is given what this deployment has', async () => {
  expect((await it.stage.call('listTemplates', {}, me)).body).toEqual({
    items: [
      { kind: 'notice', id: 'tmplNotice', type: 'once' },
      { kind: 'vote', id: 'tmplVote', type: 'long' },
    ],
  });
});
