import { randomBytes } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { dumpCalls } from './test-dump';
import { stageCalls, type Answered, type Name, type Stage } from './test-call';

/** The table refuses, answers too late or not at all, or the same request comes again: nothing by half, and nothing twice. */
let engine: TestTables;
let stage: Stage;
let worker: string;
let fault: ((command: string, send: () => Promise<unknown>) => Promise<unknown>) | undefined;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'party', 'calls']);
  stage = stageCalls(engine.endpoint, (client) =>
    client.middlewareStack.add(
      (next, context) => async (args) =>
        (fault ? fault(String(context['commandName']), () => next(args)) : next(args)) as ReturnType<typeof next>,
      { step: 'initialize', name: 'fault', priority: 'low' },
    ),
  );
  worker = await stage.person(['worker']);
}, 60_000);
afterEach(() => {
  fault = undefined;
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

type Ready = () => Promise<{ as: string; input: Record<string, unknown> }>;
const called = (from = 60) => stage.called(worker, { needed: 5, ...stage.inMinutes(from, from + 120) });
const answering =
  (before: readonly string[], says: string): Ready =>
  async () => {
    const me = await stage.member();
    const callId = await called();
    for (const word of before) await stage.answer(callId, me, word);
    return { as: me, input: { callId, says } };
  };
/** One act of each way of writing, on a call of its own; the write units it may take. */
const ACTS: [what: string, name: Name, units: number, ready: Ready][] = [
  ['opening', 'openCall', 20, async () => ({ as: worker, input: { plan: stage.plan() } })],
  ['coming', 'answerCall', 8, answering([], 'coming')],
  ['not coming', 'answerCall', 8, answering([], 'cannot')],
  ['coming after all', 'answerCall', 8, answering(['cannot'], 'coming')],
  ['withdrawing', 'answerCall', 8, answering(['coming'], 'cannot')],
  ['calling off', 'cancelCall', 8, async () => ({ as: worker, input: { callId: await called(), reason: '雨停了' } })],
  ['ending', 'endCall', 8, async () => ({ as: worker, input: { callId: await called(-5) } })],
  [
    'taking over',
    'takeCall',
    8,
    async () => ({ as: await stage.person(['worker']), input: { callId: await called() } }),
  ],
  [
    'arriving',
    'checkIn',
    4,
    async () => {
      const { as, input } = await answering(['coming'], '')();
      stage.later(45);
      const { callId } = input;
      return { as, input: { callId, code: stage.code(String(callId)).text } };
    },
  ],
];
const prepared = async (name: Name, ready: Ready) => {
  const { as, input } = await ready();
  const key = randomBytes(8).toString('hex');
  const [before, events] = [await dumpCalls(engine.endpoint, stage.communityId), stage.said.length];
  const call = (more: object = {}): Promise<Answered> => stage.call(name, { ...input, ...more }, { as, key });
  const since = () => stage.said.length - events;
  return { call, before, since };
};
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const atWrites = (times: number, error: () => Error, when: 'before' | 'after' = 'before') => {
  let writes = 0;
  fault = async (command, send) => {
    if (!/^TransactWrite/.test(command) || (writes += 1) > times) return send();
    if (when === 'after') await send();
    throw error();
  };
};

test.each(ACTS)(
  '%s (%s): repeated it is answered as the first time, done once, for no more than it says',
  async (_, name, units, ready) => {
    const { call, since } = await prepared(name, ready);
    const phones = await Promise.all(Array.from({ length: 4 }, () => call()));
    const [first] = phones;
    for (const { status, body } of phones) expect([status, body]).toEqual([200, first?.body]);
    const left = await dumpCalls(engine.endpoint, stage.communityId);
    const again = await call();
    expect([again.status, again.body, again.headers['idempotent-replayed'], again.units.write]).toEqual([
      ...[200, first?.body, 'true', 0],
    ]);
    expect([await dumpCalls(engine.endpoint, stage.communityId), since()]).toEqual([left, 1]);
    const most = Math.max(...phones.map(({ units: { write } }) => write));
    // four at once charge also what they tried in vain; one alone is measured beside
    expect(most).toBeGreaterThan(0);
    const alone = await prepared(name, ready);
    expect((await alone.call()).units.write).toBeLessThanOrEqual(units);
  },
);

test.each(ACTS)(
  '%s (%s): a conflict and a throttled write are waited for, and done once',
  async (_, name, _units, ready) => {
    const { call, since } = await prepared(name, ready);
    let n = 0;
    atWrites(3, () => ((n += 1) % 2 ? cancelled('TransactionConflict', 'None') : cancelled('ThrottlingError')));
    expect((await call()).status).toBe(200);
    expect(since()).toBe(1);
  },
);

test.each(ACTS)(
  '%s (%s): done and its answer lost on the way: asked again it is the first answer',
  async (_, name, _units, ready) => {
    const { call } = await prepared(name, ready);
    atWrites(1, () => Object.assign(new Error('TimeoutError'), { name: 'TimeoutError', $metadata: {} }), 'after');
    const lost = await call();
    fault = undefined;
    expect([lost.status, Object.keys(lost.body)]).toEqual([500, ['requestId']]);
    const left = await dumpCalls(engine.endpoint, stage.communityId);
    const again = await call();
    expect([again.status, again.headers['idempotent-replayed'], again.units.write]).toEqual([200, 'true', 0]);
    expect(await dumpCalls(engine.endpoint, stage.communityId)).toEqual(left);
  },
);

test('a table that stays busy says so, nothing is written, and the same key may try again', async () => {
  const { call, before, since } = await prepared('answerCall', answering([], 'coming'));
  atWrites(1_000, () => cancelled('None', 'TransactionConflict'));
  const heard = await call();
  expect([heard.status, heard.body]).toEqual([503, { refused: 'BUSY' }]);
  fault = undefined;
  expect([await dumpCalls(engine.endpoint, stage.communityId), since()]).toEqual([before, 0]);
  expect((await call()).status).toBe(200);
});

test('the same key for another answer is refused, and changes nothing', async () => {
  const { call } = await prepared('answerCall', answering([], 'coming'));
  await call();
  const left = await dumpCalls(engine.endpoint, stage.communityId);
  const other = await call({ says: 'cannot' });
  expect([other.status, other.body]).toEqual([422, { refused: 'KEY_REUSED' }]);
  expect(await dumpCalls(engine.endpoint, stage.communityId)).toEqual(left);
});

test('names that cannot be written down as read are not shown', async () => {
  const callId = await called();
  fault = async (command, send) => {
    if (command === 'UpdateItemCommand') throw new Error('no log');
    return send();
  };
  const heard = await stage.call('listAnswers', { callId }, { as: worker });
  expect([heard.status, Object.keys(heard.body)]).toEqual([500, ['requestId']]);
});
