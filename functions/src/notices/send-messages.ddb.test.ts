import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { SEND, stageSending, type SendingStage } from './test-sending';

let engine: TestTables;
let it: SendingStage;
const TABLES = ['identity', 'directory', 'ledger', 'councils', 'notices', 'exchange', 'announcements'];
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  it = await stageSending(await fresh(), { timeoutMs: 300 });
});
afterEach(() => it.stop());
/** Members of another test are not told of this one's announcement. */
const fresh = async () => {
  await engine.stop();
  engine = await startTables(TABLES);
  return engine.endpoint;
};

const MORNING = '2026-11-23T02:00:00.000Z';
const NIGHT = '2026-11-23T14:30:00.000Z';
const sentOut = async (noticeId: string) =>
  (await it.stage.events()).filter(({ type, subject }) => type === 'notices.sent-out' && subject === noticeId);

test('an announcement is told to everybody in the app, and sent once to whoever accepted', async () => {
  const some = await it.people(45);
  const none = await it.people(5, 0);
  const id = await it.announce();
  await it.tell(id);
  expect(await it.job(id)).toMatchObject({ state: 'sending', told: 50, chunks: 3 });
  await it.sendAll(id);
  expect(await it.job(id)).toMatchObject({ state: 'over', told: 50, delivered: 45, notSubscribed: 5, unclear: 0 });
  expect(await it.tally(id)).toMatchObject({ delivered: 45, notSubscribed: 5, waiting: 0 });
  expect([...it.received().values()]).toEqual(Array(45).fill(1));
  for (const one of some) expect(await it.balance(one)).toBe(0);
  for (const one of none) expect(await it.balance(one)).toBe(0);
  const [{ data } = { data: undefined }, ...more] = await sentOut(id);
  expect(data).toMatchObject({ noticeId: id, told: 50, delivered: 45, notSubscribed: 5 });
  expect(more).toEqual([]);
  expect(it.wechat.control.sent()[0]).toMatchObject({
    templateId: 'tmplNotice',
    page: `announcements/announcement/index?communityId=${it.communityId}&announcementId=${id}`,
    data: { thing1: '明天上午停水', phrase2: '办事通知', time3: '2026年11月23日 10:00', thing4: '请点开查看' },
  });
});

test('run twice, delivered again and told again, nothing happens twice', async () => {
  await it.people(25);
  const id = await it.announce();
  await it.tell(id);
  await Promise.all([it.send(id), it.tell(id)]);
  await it.sendAll(id);
  await it.send(id);
  await it.stage.bring(it.stage.event(id, { type: 'announcements.published' }));
  await it.tell(id);
  await it.send(id);
  expect(await it.job(id)).toMatchObject({ told: 25, delivered: 25 });
  expect([...it.received().values()]).toEqual(Array(25).fill(1));
  expect(await sentOut(id)).toHaveLength(1);
});

test('two runs at the same time send nothing twice', async () => {
  await it.people(40);
  const id = await it.announce();
  await it.tell(id);
  await Promise.all([it.send(id), it.send(id), it.send(id)]);
  await it.sendAll(id);
  expect([...it.received().values()]).toEqual(Array(40).fill(1));
  expect(await it.tally(id)).toMatchObject({ waiting: 0 });
});

test('a recipient costs at most three write units, with telling and all', async () => {
  await it.people(100);
  const id = await it.announce();
  const { units } = await it.metered(async () => {
    await it.tell(id);
    await it.sendAll(id);
  });
  expect(await it.job(id)).toMatchObject({ delivered: 100 });
  expect(units.write / 100).toBeLessThanOrEqual(3);
  expect(units.write / 100).toBeGreaterThan(2);
});

describe('what WeChat answers to one of ten', () => {
  /** Ten people with two accepts each; the first call meets the fault. */
  const meet = async (fault: number | 'timeout' | 'garbage' | 'down' | 'lost', times = 1) => {
    const ids = await it.people(10, 2);
    it.wechat.control.failNext(SEND, fault, times);
    const id = await it.announce();
    await it.tell(id);
    await it.send(id);
    return { id, ids };
  };
  const left = async (ids: readonly string[]) => {
    const ours = await Promise.all(ids.map((one) => it.balance(one)));
    const theirs = ids.map((one) => it.wechat.control.balance(one, 'tmplNotice'));
    return { ours, theirs };
  };

  test.each([40001, 40014, 42001])('%i: the token is renewed once, and everybody is sent to', async (code) => {
    const { id, ids } = await meet(code);
    await it.sendAll(id);
    expect(await it.job(id)).toMatchObject({ delivered: 10 });
    expect(await left(ids)).toEqual({ ours: Array(10).fill(1), theirs: Array(10).fill(1) });
  });

  test.each([-1, 43108, 45011])('%i: is tried again, and everybody is sent to once', async (code) => {
    const { id, ids } = await meet(code, 3);
    await it.sendAll(id);
    expect(await it.job(id)).toMatchObject({ delivered: 10, unclear: 0 });
    expect([...it.received().values()]).toEqual(Array(10).fill(1));
    expect(await left(ids)).toEqual({ ours: Array(10).fill(1), theirs: Array(10).fill(1) });
  });

  test.each([
    [43107, 'refused'],
    [40003, 'refused'],
  ])('%i: that one is %s, and its place is given back', async (code, outcome) => {
    const { id, ids } = await meet(code);
    await it.sendAll(id);
    expect(await it.job(id)).toMatchObject({ delivered: 9, [outcome]: 1 });
    const { ours, theirs } = await left(ids);
    expect(ours).toEqual(theirs);
  });

  test('43101: nothing is left, and what was counted goes; an accept that comes meanwhile stays', async () => {
    const ids = await it.people(10, 3);
    const [one = '', two = ''] = ids;
    for (const id of [one, two]) it.wechat.control.setBalance(id, 'tmplNotice', 0);
    const { call } = it.sending;
    it.sending.call = async (letter) => {
      const verdict = await call(letter);
      if (letter.personId === two) await it.push(`o-${two}`, 'popup', { SubscribeStatusString: 'accept' });
      return verdict;
    };
    const id = await it.announce();
    await it.tell(id);
    await it.sendAll(id);
    expect(await it.job(id)).toMatchObject({ delivered: 8, notSubscribed: 2 });
    expect([await it.balance(one), await it.balance(two)]).toEqual([0, 1]);
  });

  test.each([
    [47003, 'field'],
    [45168, 'words'],
  ])('%i: the notice stops, its author is told, nothing is lost', async (code, why) => {
    const { id, ids } = await meet(code);
    const job = await it.job(id);
    expect(job).toMatchObject({ state: 'stopped', why });
    const events = (await it.stage.events()).filter(({ type }) => type.startsWith('notices.'));
    expect(events.map(({ type }) => type).sort()).toEqual(['notices.sent-out', 'notices.stopped']);
    expect(events.find(({ type }) => type === 'notices.stopped')?.data).toMatchObject({ announcementId: id, why });
    const { ours, theirs } = await left(ids);
    expect(ours).toEqual(theirs);
    await it.send(id);
    expect(it.wechat.control.sent().length).toBeLessThan(10);
  });

  test('47003 names the field', async () => {
    await it.people(1);
    it.sending.templates = { notice: { id: 'tmplNotice', type: 'once', fields: { title: 'phrase1' } } };
    const id = await it.announce();
    await it.tell(id);
    await it.send(id);
    expect(await it.job(id)).toMatchObject({ state: 'stopped', why: 'field', field: 'thing1' });
  });

  test.each([40037, 41030, 40164])(
    '%i: our own fault stops it, says so, and goes on once it was put right',
    async (code) => {
      const { id, ids } = await meet(code, 5);
      expect(await it.job(id)).toMatchObject({ state: 'held' });
      expect(it.held).toEqual([{ sendId: id, errcode: code }]);
      await it.send(id);
      expect(it.received().size).toBe(0);
      await it.sendAll(id);
      expect(await it.job(id)).toMatchObject({ state: 'over', delivered: 10 });
      expect(await left(ids)).toEqual({ ours: Array(10).fill(1), theirs: Array(10).fill(1) });
    },
  );

  test('45009: it sleeps until five past midnight of China', async () => {
    const { id, ids } = await meet(45009);
    expect(await it.job(id)).toMatchObject({ state: 'sending', wake: '2026-11-23T16:05:00.000Z' });
    await it.send(id);
    expect(it.received().size).toBeLessThanOrEqual(4);
    await it.sendAll(id);
    expect(await it.job(id)).toMatchObject({ delivered: 10 });
    expect(await left(ids)).toEqual({ ours: Array(10).fill(1), theirs: Array(10).fill(1) });
  });

  test.each(['timeout', 'garbage', 'down', 'lost'] as const)(
    '%s: is unclear, never sent again, and settled',
    async (fault) => {
      const { id, ids } = await meet(fault);
      await it.sendAll(id);
      expect(await it.job(id)).toMatchObject({ state: 'over', delivered: 9, unclear: 1 });
      it.pass(31 * 60_000);
      await it.tick();
      expect(await it.job(id)).toMatchObject({ delivered: 9, unclear: 0, uncertain: 1 });
      expect(await it.tally(id)).toMatchObject({ delivered: 9, uncertain: 1, unclear: 0 });
      await it.tick();
      expect([...it.received().values()].every((times) => times === 1)).toBe(true);
      const { ours } = await left(ids);
      expect(ours.reduce((a, b) => a + b)).toBe(11);
    },
  );

  test('the push says what became of one that was unclear; a late one puts even an uncertain one right', async () => {
    const { id, ids } = await meet('lost');
    await it.sendAll(id);
    const unclear = [...(await it.outcomes(id))].find(([, outcome]) => outcome === 'unclear')?.[0] ?? '';
    const openid = `o-${unclear}`;
    for (let times = 0; times < 3; times += 1) await it.push(openid, 'sent', { ErrorCode: 0 });
    expect(await it.job(id)).toMatchObject({ delivered: 10, unclear: 0 });
    expect(await left(ids)).toEqual({ ours: Array(10).fill(1), theirs: Array(10).fill(1) });

    it.wechat.control.failNext(SEND, 'lost');
    const other = await it.announce();
    await it.tell(other);
    await it.sendAll(other);
    it.pass(31 * 60_000);
    await it.tick();
    const late = [...(await it.outcomes(other))].find(([, outcome]) => outcome === 'uncertain')?.[0] ?? '';
    expect(await it.balance(late)).toBe(1);
    await it.push(`o-${late}`, 'sent', { ErrorCode: 0 });
    expect(await it.job(other)).toMatchObject({ delivered: 10, uncertain: 0 });
    expect(await left(ids)).toEqual({ ours: Array(10).fill(0), theirs: Array(10).fill(0) });
  });

  test('when nobody answers at all, it waits instead of making everybody unclear', async () => {
    const ids = await it.people(40, 1);
    it.wechat.control.failNext(SEND, 'down', 5);
    const id = await it.announce();
    await it.tell(id);
    await it.send(id);
    const { wake, fails } = await it.job(id);
    expect([wake, fails]).toEqual(['2026-11-23T02:01:00.000Z', 1]);
    expect(await it.tally(id)).toMatchObject({ unclear: 5, waiting: 35 });
    await it.sendAll(id);
    expect(await it.job(id)).toMatchObject({ delivered: 35, unclear: 5 });
    expect(ids).toHaveLength(40);
  });

  test('a delivery that failed after WeChat took the message is no delivery', async () => {
    const [one = ''] = await it.people(1);
    const id = await it.announce();
    await it.tell(id);
    await it.sendAll(id);
    await it.push(`o-${one}`, 'sent', { ErrorCode: 20009 });
    expect(await it.job(id)).toMatchObject({ delivered: 0, refused: 1 });
  });
});

test('whoever unsubscribes in the middle is not sent to any more', async () => {
  const ids = await it.people(40);
  const id = await it.announce();
  await it.tell(id);
  const last = ids.at(-1) ?? '';
  const { call } = it.sending;
  let sent = 0;
  it.sending.call = async (letter) => {
    sent += 1;
    if (sent === 3) {
      await it.wechat.control.turnOff(last, 'tmplNotice');
      await it.push(`o-${last}`, 'change', { SubscribeStatusString: 'reject' });
    }
    return call(letter);
  };
  await it.sendAll(id);
  expect(await it.job(id)).toMatchObject({ delivered: 39, refused: 1 });
  expect(it.received().get(last)).toBeUndefined();
  expect(await it.balance(last)).toBe(0);
});

test('what somebody chose not to have is told in the app alone; what is urgent is sent all the same', async () => {
  const [quiet = '', daily = ''] = await it.people(3, 5);
  await it.stage.put('notices', { pk: `${quiet}#subs`, sk: 'prefs', off: ['announced.service'] });
  await it.stage.put('notices', { pk: `${daily}#subs`, sk: 'prefs', off: [], digestHour: 18 });
  const id = await it.announce();
  await it.tell(id);
  await it.sendAll(id);
  expect(await it.job(id)).toMatchObject({ delivered: 1, appOnly: 2 });
  const urgent = await it.announce({ kind: 'urgent' });
  await it.tell(urgent);
  await it.sendAll(urgent);
  expect(await it.job(urgent)).toMatchObject({ delivered: 3, appOnly: 0 });
});

test('a long-term template is not spent, and is closed when WeChat says so', async () => {
  const [one = ''] = await it.people(1, 0);
  await it.stage.put('notices', { pk: `${one}#subs`, sk: 'notice', balance: 1, v: 1 });
  it.sending.templates = { notice: { id: 'tmplVote', type: 'long' } };
  it.wechat.control.setBalance(one, 'tmplVote', 1);
  for (let times = 1; times <= 2; times += 1) {
    const id = await it.announce({ title: '表决' });
    await it.tell(id);
    await it.sendAll(id);
    expect([await it.balance(one), it.received().get(one)]).toEqual([1, times]);
  }
  it.wechat.control.setBalance(one, 'tmplVote', 0);
  const id = await it.announce();
  await it.tell(id);
  await it.sendAll(id);
  expect(await it.job(id)).toMatchObject({ notSubscribed: 1 });
  expect(await it.balance(one)).toBe(0);
});

describe('quiet hours', () => {
  test('nobody is woken: it waits for eight o’clock, and the clock begins it, twice or late', async () => {
    it.world.now = new Date(NIGHT);
    await it.people(3);
    const id = await it.announce();
    await it.tell(id);
    await it.send(id);
    expect(it.received().size).toBe(0);
    expect((await it.job(id)).wake).toBe('2026-11-24T00:00:00.000Z');
    expect(await it.tick()).toBe(0);
    it.world.now = new Date('2026-11-24T00:01:00.000Z');
    await it.tick();
    await it.tick();
    await it.send(id);
    expect(it.received().size).toBe(3);
  });
  test('an override that somebody allowed comes at once', async () => {
    it.world.now = new Date(NIGHT);
    await it.people(3);
    const id = await it.announce({ override: true });
    await it.tell(id);
    await it.send(id);
    expect(it.received().size).toBe(3);
  });
  test('a clock that is set back into the night in the middle stops it, and one set forward sends nothing twice', async () => {
    await it.people(45);
    const id = await it.announce();
    await it.tell(id);
    const { call } = it.sending;
    let sent = 0;
    it.sending.call = async (letter) => {
      sent += 1;
      if (sent === 20) it.world.now = new Date('2026-11-22T15:00:00.000Z');
      return call(letter);
    };
    await it.send(id);
    expect((await it.job(id)).wake).toBe('2026-11-23T00:00:00.000Z');
    expect(it.received().size).toBe(20);
    it.world.now = new Date('2026-11-25T02:00:00.000Z');
    await it.send(id);
    expect(await it.job(id)).toMatchObject({ delivered: 45, state: 'over' });
    expect([...it.received().values()]).toEqual(Array(45).fill(1));
  });
});

test('what stands still is woken by the clock', async () => {
  await it.people(3);
  const id = await it.announce();
  await it.tell(id);
  const before = await it.job(id);
  it.pass(6 * 60_000);
  expect(await it.tick()).toBe(1);
  expect((await it.job(id)) as unknown as Record<string, unknown>).toMatchObject({
    nudged: it.world.now.toISOString(),
  });
  expect(await it.tick()).toBe(0);
  expect(before.state).toBe('sending');
});

test('those who opened what was corrected are told of it, and nobody else', async () => {
  const [one = '', two = ''] = await it.people(3, 3);
  const id = await it.announce();
  await it.tell(id);
  await it.sendAll(id);
  const [{ sk = '' } = {}] = (await it.repo.inbox.list(one, undefined)).items;
  const { Update } = it.repo.inbox.readWrite(one, sk, MORNING);
  await it.repo.pages.client.send(new UpdateCommand(Update!));
  const corrected = it.stage.event(id, { type: 'announcements.corrected' });
  await it.stage.bring(corrected);
  while (await it.stage.step(corrected.id, id));
  const inbox = async (who: string) => (await it.repo.inbox.list(who, undefined)).items.map(({ type }) => type).sort();
  expect(await Promise.all([inbox(one), inbox(two)])).toEqual([
    ['announcements.corrected', 'announcements.published'],
    ['announcements.published'],
  ]);
  await it.sendAll(`${corrected.id}#${id}`);
  expect(it.received().get(one)).toBe(2);
  expect(it.wechat.control.sent().at(-1)?.data['phrase2']).toBe('通知更正');
});

test('whoever is busy with another notice waits for it, and gets both', async () => {
  await it.people(3, 2);
  const [a, b] = [await it.announce(), await it.announce({ title: '另一件' })];
  for (const one of [a, b]) await it.tell(one);
  await Promise.all([it.send(a), it.send(b)]);
  for (const one of [a, b]) await it.sendAll(one);
  expect([await it.job(a), await it.job(b)]).toMatchObject([{ delivered: 3 }, { delivered: 3 }]);
  expect([...it.received().values()]).toEqual([2, 2, 2]);
});
