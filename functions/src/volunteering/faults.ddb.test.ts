import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { dumpTown } from './test-dump';
import { createTrouble, named } from './test-trouble';
import type { Answered, Name } from './test-shift';
import { clock, hours, stageTown, type Town } from './test-town';

/** The table refuses, answers in part, answers too late or not at all: nothing is done by half, and nothing twice. */
let engine: TestTables;
let t: Town;
const trouble = createTrouble();
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'volunteering']);
  t = await stageTown(engine.endpoint, trouble.through);
}, 300_000);
afterEach(() => {
  trouble.ends();
  t.stage.world.errors.length = 0;
});
afterAll(async () => {
  t.stage.close();
  await engine.stop();
});
const dump = () => dumpTown(t.stage.endpoint, t.stage.communityId);
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const times = { ...hours('10:00', '12:00'), slots: 9 };
type Ids = Awaited<ReturnType<Town['risen']>>;
const fresh = async (now: string, comes: boolean) => {
  t.stage.at(clock('09:00'));
  const [ids, me] = [await t.risen(), await t.stage.person()];
  if (comes) await t.stage.call('signUp', ids, { as: me });
  t.stage.at(clock(now));
  return { ids, me };
};
const arrived = async () => {
  const { ids, me } = await fresh('09:50', true);
  await t.stage.call('checkIn', { ...ids, code: t.stage.code(ids).text }, { as: me });
  t.stage.at(clock('12:00'));
  return { ids, me };
};
/** One act of each way of writing, each time on a shift of its own. */
type Ready = () => Promise<{ as: string; input: Record<string, unknown> }>;
const onItsWay =
  (now: string, comes: boolean, more?: (ids: Ids) => object): Ready =>
  async () => {
    const { ids, me } = await fresh(now, comes);
    return { as: me, input: { ...ids, ...more?.(ids) } };
  };
const scanned = (ids: Ids) => ({ code: t.stage.code(ids).text });
type Act = [name: Name, ready: Ready];
const ACTS: Act[] = [
  ['signUp', onItsWay('09:00', false)],
  ['withdraw', onItsWay('09:00', true)],
  ['checkIn', onItsWay('10:00', true, scanned)],
  [
    'checkOut',
    async () => {
      const { ids, me } = await arrived();
      return { as: me, input: { ...ids, ...scanned(ids) } };
    },
  ],
  [
    'capService',
    async () => {
      const { ids, me } = await arrived();
      return { as: t.people.organiser, input: { ...ids, personId: me } };
    },
  ],
  ['changeShift', async () => ({ as: t.people.organiser, input: { ...(await fresh('09:00', true)).ids, times } })],
];
let calls = 0;
const prepared = async (name: Name, ready: Ready) => {
  const { as, input } = await ready();
  const key = `fault-${(calls += 1)}-${name}`;
  const [before, events] = [await dump(), t.stage.said.length];
  const call = (): Promise<Answered> => t.stage.call(name, input, { as, key });
  return { call, before, events };
};
const eventsSince = (events: number) => t.stage.said.length - events;

test.each(ACTS)('%s: a conflict and a throttled write are waited for, and done once', async (name, ready) => {
  const { call, events } = await prepared(name, ready);
  let n = 0;
  const seen = trouble.atWrites(3, () =>
    (n += 1) % 2 ? cancelled('TransactionConflict', 'None') : cancelled('ThrottlingError'),
  );
  expect((await call()).status).toBe(200);
  expect([seen.writes, eventsSince(events)]).toEqual([4, 1]);
});

test.each(ACTS.slice(2, 4))(
  '%s: a table that stays busy says so, nothing is written, and the same key may try again',
  async (name, ready) => {
    const { call, before, events } = await prepared(name, ready);
    trouble.atWrites(1_000, () => cancelled('None', 'TransactionConflict'));
    const heard = await call();
    expect([heard.status, heard.body]).toEqual([503, { refused: 'BUSY' }]);
    trouble.ends();
    expect([await dump(), eventsSince(events)]).toEqual([before, 0]);
    expect((await call()).status).toBe(200);
    expect(eventsSince(events)).toBe(1);
  },
);

test.each(ACTS)(
  '%s: done and its answer lost on the way: asked again it is the first answer, done once',
  async (name, ready) => {
    const { call } = await prepared(name, ready);
    trouble.atWrites(1, () => named('TimeoutError'), 'after');
    const lost = await call();
    trouble.ends();
    expect([lost.status, Object.keys(lost.body)]).toEqual([500, ['requestId']]);
    const left = await dump();
    const again = await call();
    expect([again.status, again.headers['idempotent-replayed'], again.units.write]).toEqual([200, 'true', 0]);
    expect(await dump()).toEqual(left);
  },
);

test.each(ACTS)(
  '%s: an error nobody knows is a bare 500 with nothing written and nothing told',
  async (name, ready) => {
    const { call, before, events } = await prepared(name, ready);
    trouble.atWrites(1, () => named('王阿姨家的错误'));
    const heard = await call();
    expect([heard.status, Object.keys(heard.body)]).toEqual([500, ['requestId']]);
    expect(JSON.stringify(heard.body)).not.toContain('王阿姨');
    trouble.ends();
    expect([await dump(), eventsSince(events)]).toEqual([before, 0]);
    expect((await call()).status).toBe(200);
  },
);

test('a table at its limit answers in part: the rest is asked for, and nobody is told that nothing is there', async () => {
  t.stage.at(clock('09:00'));
  const lists = [
    ['listMine', {}, t.people.me],
    ['listFamily', {}, t.people.parent],
    ['listComing', {}, undefined],
    ['listOrganised', {}, t.people.organiser],
  ] as const;
  for (const [name, input, as] of lists) {
    const whole = (await t.stage.call(name, input, as ? { as } : {})).body;
    const seen = trouble.inPart(1);
    expect([name, (await t.stage.call(name, input, as ? { as } : {})).body]).toEqual([name, whole]);
    trouble.ends();
    if (name !== 'listFamily') expect([name, seen.parts]).toEqual([name, 1]);
    expect((whole['items'] as unknown[]).length).toBeGreaterThan(0);
  }
  const [signUp] = ACTS;
  const { call } = await prepared(...signUp!);
  const seen = trouble.inPart(2);
  expect((await call()).body).toMatchObject({ place: 'taken' });
  expect(seen.parts).toBe(2);
});
test('and one that never answers whole is busy, not empty', async () => {
  const [signUp] = ACTS;
  const { call, before, events } = await prepared(...signUp!);
  trouble.begins(async ({ commandName, input }, send) => {
    const { RequestItems = {} } = input as { RequestItems?: Record<string, unknown> };
    if (!/^BatchGet/.test(commandName) || !('volunteering' in RequestItems)) return send();
    return { output: { Responses: {}, UnprocessedKeys: RequestItems, $metadata: {} } };
  });
  expect([(await call()).body, (await t.stage.call('listMine', {}, { as: t.people.me })).body]).toEqual([
    { refused: 'BUSY' },
    { refused: 'BUSY' },
  ]);
  trouble.ends();
  expect([await dump(), eventsSince(events)]).toEqual([before, 0]);
});
test('a read that is throttled is busy too', async () => {
  trouble.begins(async ({ commandName }, send) => {
    if (/^Query/.test(commandName)) throw named('ProvisionedThroughputExceededException');
    return send();
  });
  expect(await t.stage.call('listPlans', {}, { as: t.people.worker })).toMatchObject({
    status: 503,
    body: { refused: 'BUSY' },
  });
  expect(await t.stage.call('listComing')).toMatchObject({ status: 503 });
});
