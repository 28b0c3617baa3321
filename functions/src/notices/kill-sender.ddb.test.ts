import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { SEND, stageSending } from './test-sending';

/**
 * The sender is killed at random twenty times while 400 people are sent to and WeChat has bad luck of every kind: every recipient
 * has one final state, nobody is messaged twice, and both count the same. 10,000, with errors and without kills, are measured by
 * `npm run bench -- --only notices`.
 */
const PEOPLE = 400;
const KILLS = 20;
let engine: TestTables;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'councils', 'notices', 'exchange', 'announcements']);
});
afterAll(() => engine.stop());

/** A machine that dies after so many more requests: whatever it asks from then on is not asked. */
const createMortal = () => {
  let left = Infinity;
  const dead = () => {
    left -= 1;
    return left < 0;
  };
  const through = (client: DynamoDBDocumentClient) =>
    client.middlewareStack.add(
      (next) => async (args) => {
        if (dead()) throw new Error('killed');
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'mortal' },
    );
  return { through, dead, dieAfter: (requests: number) => void (left = requests) };
};
/** Numbers that look like chance and are the same on each run. */
const createLuck = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

test('killed twenty times at random, with errors of each kind', async () => {
  const mortal = createMortal();
  const luck = createLuck(7);
  const it = await stageSending(engine.endpoint, { through: mortal.through, timeoutMs: 300 });
  const ids = await it.people(PEOPLE, 2);
  const refusing = new Set(ids.filter((_, i) => i % 100 === 3));
  for (const one of refusing) it.wechat.control.setBalance(one, 'tmplNotice', 0);
  const faults = [43107, 40003, 43108, -1, 45011, 40001, 42001, 'garbage', 'down', 'lost'] as const;
  it.wechat.control.failOften(
    SEND,
    faults.map((fault) => ({ fault, perMille: 10 })),
    () => Math.floor(luck() * 1000),
  );
  const { call } = it.sending;
  const delivered: string[] = [];
  it.sending.call = async (letter) => {
    if (mortal.dead()) throw new Error('killed');
    const before = it.wechat.control.sent().length;
    const verdict = await call(letter);
    if (it.wechat.control.sent().length > before) delivered.push(letter.personId);
    if (mortal.dead()) throw new Error('killed');
    return verdict;
  };
  const id = await it.announce();
  let kills = 0;
  const runs = async (most: number, run: () => Promise<unknown>, isOver: () => Promise<boolean>) => {
    for (let n = 0; n < 2_000; n += 1) {
      const dies = kills < most;
      mortal.dieAfter(dies ? Math.floor(luck() * (most < KILLS ? 220 : 90)) : Infinity);
      const ran = await run().then(Boolean, () => false);
      mortal.dieAfter(Infinity);
      if (dies && !ran) kills += 1;
      if (await isOver()) return;
      it.pass(90_000);
    }
    throw new Error('never over');
  };
  await runs(
    5,
    () => it.tell(id).then(() => true),
    async () => (await it.job(id)).state !== 'telling',
  );
  const told = kills;
  await runs(
    KILLS,
    () => it.send(id),
    async () => (await it.job(id)).state === 'over',
  );
  it.wechat.control.failOften(SEND, []);
  for (const openid of it.wechat.control.sent().map(({ openid: one }) => one)) {
    await it.push(openid, 'sent', { ErrorCode: 0 });
  }
  it.pass(31 * 60_000);
  await it.tick();

  const job = await it.job(id);
  const { waiting, ...tally } = await it.tally(id);
  expect([kills, told < kills, waiting]).toEqual([KILLS, true, 0]);
  expect(job).toMatchObject({ told: PEOPLE, ...tally, unclear: 0 });
  expect(Object.values(tally).reduce((a, b) => a + b)).toBe(PEOPLE);
  expect([...it.received().values()].filter((times) => times > 1)).toEqual([]);
  const outcomes = await it.outcomes(id);
  expect(tally['delivered']).toBe(it.received().size);
  for (const one of it.received().keys()) expect(outcomes.get(one)).toBe('delivered');
  const differing = [];
  // that somebody refuses was said to a machine that died: nobody else can know it before the next message
  const unknown = (one: string) => refusing.has(one) && outcomes.get(one) === 'uncertain';
  for (const one of ids.filter((person) => !unknown(person))) {
    const [ours, theirs] = [await it.balance(one), it.wechat.control.balance(one, 'tmplNotice')];
    if (ours !== theirs) differing.push([one, outcomes.get(one), ours, theirs]);
  }
  expect(differing).toEqual([]);
  await it.stop();
}, 240_000);
