import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { isCommand } from '@gongzhi/shared/kernel/contract';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { KeyReused } from '../kernel/commit';
import { GOOD, stagePeople, type Good } from './test-acts';
import { createTrouble, named } from './test-trouble';
import { stageWish, type Answered, type Name, type Stage } from './test-wish';

/** Every command asked again, by eight phones at once and with another body; and with a table that refuses, lags or fails. */
let engine: TestTables;
let stage: Stage;
let people: Awaited<ReturnType<typeof stagePeople>>['people'];
let brought: Awaited<ReturnType<typeof stagePeople>>['brought'];
const trouble = createTrouble();
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'wishes']);
  stage = stageWish(engine.endpoint, trouble.through);
  ({ people, brought } = await stagePeople(stage));
}, 300_000);
afterEach(() => {
  trouble.ends();
  stage.world.errors.length = 0;
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
let acts = 0;
const ready = async ({ name, as, from, wait = 0, send }: Good) => {
  const ids = await brought(from);
  stage.later(wait);
  const input = { ...send(stage, ids, people) };
  const key = `act-number-${(acts += 1)}`;
  const events = stage.said.length;
  const call = (more: object = {}): Promise<Answered> =>
    stage.call(name, { ...input, ...more }, { as: people[as], key });
  return { call, dump: () => stage.dump(ids.wishId), since: () => stage.said.length - events };
};
const cases = GOOD.map((good) => [good.name, good] as const);

test('every command is among them', () => {
  const all = (Object.keys(wishes) as Name[]).filter((name) => isCommand(wishes[name]));
  expect(GOOD.map(({ name }) => name).sort()).toEqual(all.sort());
});

test.each(cases)(
  '%s by eight phones at once and later again is one, with one answer; another body is refused',
  async (_, good) => {
    const { call, dump, since } = await ready(good);
    const answers = await Promise.all(Array.from({ length: 8 }, () => call()));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(since()).toBe(1);
    const left = await dump();
    const again = await call();
    expect([again.status, again.headers['idempotent-replayed'], again.units.write]).toEqual([200, 'true', 0]);
    if (good.other) expect((await call(good.other)).body).toEqual({ refused: 'KEY_REUSED' });
    expect([await dump(), since()]).toEqual([left, 1]);
    expect(stage.world.errors.filter((error) => !(error instanceof KeyReused))).toEqual([]);
  },
);

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    ...{ message: '', $metadata: {} },
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

test.each(cases)('%s waits for a conflict and a throttled write, and is done once', async (_, good) => {
  const { call, since } = await ready(good);
  let n = 0;
  const seen = trouble.atWrites(3, () =>
    (n += 1) % 2 ? cancelled('TransactionConflict', 'None') : cancelled('ThrottlingError'),
  );
  expect((await call()).status).toBe(200);
  expect([seen.writes, since()]).toEqual([4, 1]);
});

test.each(cases)('%s: done and its answer lost, it is the first answer when asked again', async (_, good) => {
  const { call, dump, since } = await ready(good);
  trouble.atWrites(1, () => named('TimeoutError'), 'after');
  const lost = await call();
  trouble.ends();
  expect([lost.status, Object.keys(lost.body)]).toEqual([500, ['requestId']]);
  const left = await dump();
  const again = await call();
  expect([again.status, again.headers['idempotent-replayed'], since()]).toEqual([200, 'true', 0]);
  expect(await dump()).toEqual(left);
});

test.each(cases)('%s: an error nobody knows is a bare 500 with nothing written and nothing told', async (_, good) => {
  const { call, dump, since } = await ready(good);
  const before = await dump();
  trouble.atWrites(1, () => named('王阿姨家的错误'));
  const heard = await call();
  trouble.ends();
  expect([heard.status, Object.keys(heard.body)]).toEqual([500, ['requestId']]);
  expect([await dump(), since()]).toEqual([before, 0]);
  expect((await call()).status).toBe(200);
});

test('a reading that cannot be kept is answered with nothing', async () => {
  const { wishId } = await brought('open');
  trouble.atWrites(1, () => named('TimeoutError'));
  const heard = await stage.call('readInside', { wishId, as: 'worker' }, { as: people.worker });
  expect([heard.status, JSON.stringify(heard.body).includes('王阿姨')]).toEqual([500, false]);
});

test('a table that stays busy says so, and the same key may try again', async () => {
  const { call, since } = await ready(GOOD.find(({ name }) => name === 'claimWish')!);
  trouble.atWrites(1_000, () => cancelled('None', 'TransactionConflict'));
  const heard = await call();
  trouble.ends();
  expect([heard.status, heard.body]).toEqual([503, { refused: 'BUSY' }]);
  expect(since()).toBe(0);
  expect((await call()).status).toBe(200);
});
