import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { indexOrders } from './index-orders';
import { TABLES, stageExchange, type Name, type Stage } from './test-exchange';
import { buildTown, type Town } from './test-town';

/** The table throttles, contends, answers too late or breaks: what was asked is done once or not at all, and never by half. */
interface Fault {
  on: 'TransactWriteItems' | 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem';
  times: number;
  error?: () => Error;
  /** The engine has done it, and the answer is lost. */
  after?: true;
  /** So much of a batch comes back unread. */
  unread?: 'all' | 'last';
}
type Item = Record<string, unknown>;
interface Batch {
  Responses?: Record<string, Item[]>;
  UnprocessedKeys?: Record<string, { Keys: Item[] }>;
}
let fault: Fault | undefined;
let met = 0;

/** What the engine read, less the last item, or all of it. */
const leaveUnread = ({ Responses = {} }: Batch, how: 'all' | 'last'): Batch => {
  const whole = Object.entries(Responses);
  const from = (items: Item[]) => (how === 'all' ? 0 : items.length - 1);
  const keysOf = (items: Item[]) => items.slice(from(items)).map(({ pk, sk }) => ({ pk, sk }));
  return {
    Responses: Object.fromEntries(whole.map(([table, items]) => [table, items.slice(0, from(items))])),
    UnprocessedKeys: Object.fromEntries(whole.map(([table, items]) => [table, { Keys: keysOf(items) }])),
  };
};
const dueAt = (command: string) => (command === `${fault?.on}Command` && met < (fault?.times ?? 0) ? fault : undefined);
const through = (client: DynamoDBDocumentClient) =>
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const now = dueAt(String(context['commandName']));
      if (!now) return next(args);
      met += 1;
      if (now.error && !now.after) throw now.error();
      const result = await next(args);
      if (now.error) throw now.error();
      Object.assign(result.output, leaveUnread(result.output as Batch, now.unread ?? 'all'));
      return result;
    },
    // below the SDK's own attempts, where an answer is lost
    { step: 'finalizeRequest', priority: 'low', name: 'fault' },
  );
const named = (name: string) => () => Object.assign(new Error(`${name} of 王秀兰`), { name });
const cancelled = (code: string) => () =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: [{ Code: 'None' }, { Code: code }],
  });
const cutOff = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

let engine: TestTables;
let stage: Stage;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageExchange(engine.endpoint, through);
  town = await buildTown(stage);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
const meet = (one: Fault) => ([fault, met] = [one, 0]);
afterEach(() => ([fault, met] = [undefined, 0]));

/** One act of each shape: it spends, returns, thanks, joins. */
const ACTS: [Name, 'me' | 'other' | 'worker', () => Promise<Record<string, unknown>>][] = [
  ['takeOffer', 'me', async () => ({ offerId: await town.offer({ stock: 1 }), points: 20 })],
  ['endOrder', 'worker', async () => ({ orderId: await town.order(), personId: town.me, end: 'cancelled' })],
  ['decideThanks', 'worker', async () => ({ thanksId: await town.thanks('review'), publish: true })],
  ['hideThanks', 'me', async () => ({ thanksId: await town.thanks(), hidden: true })],
];
const prepare = async ([name, who, input]: (typeof ACTS)[number]) => {
  const [asked, as, key] = [await input(), town[who], stage.id()];
  const [before, events] = [await stage.dump(), stage.said.length];
  const written = () => stage.eventOf(as, key);
  return { ask: () => stage.call(name, asked, { as, key }), before, events, written };
};

test.each(ACTS)('%s is done once when the table throttles or contends for a while', async (...act) => {
  for (const code of ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']) {
    const { ask, written } = await prepare(act);
    meet({ on: 'TransactWriteItems', times: 2, error: cancelled(code) });
    const heard = await ask();
    expect([code, heard.status, met]).toEqual([code, 200, 2]);
    expect((await written())?.answer).toEqual(heard.body);
    fault = undefined;
  }
});

test.each(ACTS)(
  '%s under contention without end is BUSY with nothing written, and done when it is over',
  async (...act) => {
    const { ask, before, written } = await prepare(act);
    meet({ on: 'TransactWriteItems', times: Infinity, error: cancelled('TransactionConflict') });
    const heard = await ask();
    expect([heard.status, heard.body]).toEqual([503, { refused: 'BUSY' }]);
    expect([await stage.dump(), await written()]).toEqual([before, undefined]);
    fault = undefined;
    expect((await ask()).status).toBe(200);
  },
);

test.each(ACTS)('%s of which the answer was lost once is done once and answered', async (...act) => {
  const { ask, written, events } = await prepare(act);
  meet({ on: 'TransactWriteItems', times: 1, error: cutOff, after: true });
  const heard = await ask();
  expect([heard.status, (await written())?.answer, stage.said.length - events]).toEqual([200, heard.body, 1]);
});

test.each(ACTS)('%s of which every answer was lost stands, and asking again tells what was done', async (...act) => {
  const { ask, written } = await prepare(act);
  meet({ on: 'TransactWriteItems', times: Infinity, error: cutOff, after: true });
  const lost = await ask();
  expect([lost.status, Object.keys(lost.body)]).toEqual([500, ['requestId']]);
  fault = undefined;
  const [stands, before] = [await written(), await stage.dump()];
  const again = await ask();
  expect([again.status, again.body, again.headers['idempotent-replayed']]).toEqual([200, stands?.answer, 'true']);
  expect(await stage.dump()).toEqual(before);
});

test.each(ACTS)('%s that breaks is a bare 500 that tells nothing, and nothing is written', async (...act) => {
  const { ask, before } = await prepare(act);
  for (const on of ['TransactWriteItems', 'GetItem'] as const) {
    meet({ on, times: Infinity, error: named('SomethingNew') });
    const heard = await ask();
    expect([heard.status, heard.body]).toEqual([500, { requestId: 'gateway-request-id' }]);
  }
  fault = undefined;
  expect(await stage.dump()).toEqual(before);
  expect((await ask()).status).toBe(200);
});

test('a read that is throttled to the end is BUSY, and for a moment nobody hears of it', async () => {
  const error = named('ProvisionedThroughputExceededException');
  meet({ on: 'GetItem', times: 1, error });
  expect((await stage.call('readAccount', {}, { as: town.me })).status).toBe(200);
  meet({ on: 'Query', times: Infinity, error });
  expect((await stage.call('listOffers')).body).toEqual({ refused: 'BUSY' });
});

test('what a batch leaves unread is read again; what is never read is BUSY, not left out', async () => {
  const teams = [await town.team('一队'), await town.team('二队')];
  for (const teamId of teams) await town.join(teamId);
  const list = async () => (await stage.call('listTeams', {}, { as: town.me })).body;
  const whole = await list();
  expect(whole['items']).toMatchObject([{ mine: true }, { mine: true }]);
  for (const unread of ['last', 'all'] as const) {
    meet({ on: 'BatchGetItem', times: 2, unread });
    expect([await list(), met]).toEqual([whole, 2]);
  }
  meet({ on: 'BatchGetItem', times: Infinity, unread: 'last' });
  expect(await list()).toEqual({ refused: 'BUSY' });
  const helpers = () => stage.call('listHelpers', { activityId: town.activityId }, { as: town.worker });
  meet({ on: 'BatchGetItem', times: 2, unread: 'all' });
  expect([(await helpers()).body['items'], met]).toMatchObject([[{}, {}], 2]);
  meet({ on: 'BatchGetItem', times: Infinity, unread: 'last' });
  expect((await helpers()).body).toEqual({ refused: 'BUSY' });
});

test('hours that could not be counted are told again, and then counted once; a list that broke asks again', async () => {
  const told = stage.entered(await stage.person(), 60);
  const balance = async () => (await stage.account(told.data.volunteerId))['balance'];
  meet({ on: 'TransactWriteItems', times: 2, error: cancelled('TransactionConflict') });
  await stage.bring(told);
  const second = { ...stage.entered(told.data.volunteerId, 30) };
  meet({ on: 'TransactWriteItems', times: Infinity, error: named('SomethingNew') });
  await expect(stage.bring(second)).rejects.toThrow('SomethingNew');
  fault = undefined;
  expect(await balance()).toBe(600);
  meet({ on: 'TransactWriteItems', times: Infinity, error: cutOff, after: true });
  await expect(stage.bring(second)).rejects.toThrow('socket');
  fault = undefined;
  await stage.bring(second);
  expect(await balance()).toBe(900);
  const NewImage = { pk: { S: `${stage.communityId}#e#${town.me}` }, sk: { S: stage.id() }, kind: { S: 'taken' } };
  const Records = [{ eventName: 'INSERT' as const, dynamodb: { SequenceNumber: '7', NewImage } }];
  meet({ on: 'PutItem', times: Infinity, error: named('SomethingNew') });
  expect(await indexOrders(stage)({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
});
