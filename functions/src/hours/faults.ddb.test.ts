import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import type { Certificate } from '@gongzhi/shared/hours/certificate-model';
import type { Entry } from '@gongzhi/shared/hours/model';
import { watchWrites } from './test-dump';
import { stageHours, type Name, type Stage } from './test-hours';

/** What the table does on a bad day, to every command and to a service that is settled: all or nothing, and once. */
interface Fault {
  /** Commands of the SDK it befalls. */
  on: RegExp;
  /** How many of them; what comes after goes through. */
  times: number;
  error: () => Error;
  /** Whether the table did what it was asked before the answer was lost. */
  after?: true;
}
let fault: Fault | undefined;
let fell = 0;
/** Below the SDK's own attempts, where lost answers and throttling happen. */
const unlucky = (client: DynamoDBDocumentClient) =>
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const now = fault;
      if (!now?.on.test(String(context['commandName'])) || fell >= now.times) return next(args);
      fell += 1;
      if (now.after) await next(args);
      throw now.error();
    },
    { step: 'finalizeRequest', priority: 'low', name: 'bad-luck' },
  );
const strike = (next: Fault) => {
  fault = next;
  fell = 0;
};
const named =
  (name: string, more: object = {}) =>
  () =>
    Object.assign(new Error(name), { name, $metadata: {}, ...more });
const cancelled = (Code: string) => () =>
  new TransactionCanceledException({ message: '', $metadata: {}, CancellationReasons: [{ Code }, { Code: 'None' }] });

let engine: TestTables;
const watched = watchWrites();
const dump = () => watched.dump(stage.plain);
let stage: Stage;
let volunteer: string;
let worker: string;
let second: string;
beforeAll(async () => {
  engine = await startTables(['identity', 'directory', 'ledger', 'hours']);
  stage = stageHours(engine.endpoint, (client) => {
    watched.through(client);
    unlucky(client);
  });
  volunteer = await stage.person(['resident'], '王秀兰');
  worker = await stage.person(['worker'], '李静');
  second = await stage.person(['worker', 'chair'], '陈国强');
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});
afterEach(() => (fault = undefined));

const SAID = { issuer: '金秋花园居委会', responsible: '李静', handler: '何芳', contact: '0571-87654321' };
const RULE = { answerWorkingDays: 10, publicityDays: 7, mostMinutesADay: 720, stepMinutes: 30 };
const certify = (volunteerId: string) => ({
  ...{ fromDay: '2026-11-01', toDay: '2026-11-22', volunteers: [{ volunteerId }], ...SAID },
});
type Act = [name: Name, input: Record<string, unknown>, as: string];
let rounds = 0;
/** One of every command, about things of its own, prepared while all is well. */
const everyCommand = async (): Promise<Act[]> => {
  fault = undefined;
  const shift = stage.shift({ length: 120 });
  const { activityId, shiftId } = shift;
  const served = await stage.person(['resident'], `服务者${(rounds += 1)}`);
  await stage.settle({ volunteerId: served, shift, minutes: 60 });
  const [line] = (await stage.call('listMyEntries', {}, { as: served })).body['items'] as Entry[];
  const honour = { volunteerId: served, activityId, shiftId, minutes: 30, why: '手机没电' };
  const { caseId } = (await stage.call('askHonorary', honour, { as: second })).body;
  await stage.call('issueCertificates', certify(served), { as: second });
  const mine = (await stage.call('listMyCertificates', {}, { as: served })).body['items'] as Certificate[];
  const row = { name: `服务者${rounds}`, day: '2025-03-05', title: '植树', minutes: 60 };
  return [
    ['askCorrection', { entryId: line?.entryId, from: line?.from, wanted: 90, why: '记少了' }, served],
    ['askHonorary', honour, worker],
    ['answerCase', { caseId, verdict: 'accept', words: '属实' }, worker],
    ['changeRule', { ...RULE, stepMinutes: 1 + rounds }, worker],
    ['issueCertificates', certify(served), worker],
    ['revokeCertificate', { number: mine[0]?.number, reason: '重复出具' }, worker],
    ['importRecords', { rows: [row] }, worker],
  ];
};
const writes = /^TransactWrite/;
const acts = async (all: readonly Act[], key: string) => {
  const heard = await Promise.all(
    all.map(([name, input, as]) => stage.call(name, input, { as, key: `${key}-${name}` })),
  );
  return heard.map(({ status, body }, i) => ({ name: all[i]?.[0], status, refused: body['refused'], body }));
};
const eventsIn = (all: Record<string, unknown>) => Object.keys(all).filter((key) => key.startsWith('ledger')).length;

test.each<[string, Omit<Fault, 'on' | 'times'>]>([
  ['contended', { error: cancelled('TransactionConflict') }],
  ['throttled in the transaction', { error: cancelled('ThrottlingError') }],
  ['throttled as a request', { error: named('ThrottlingException') }],
  ['done, and the answer lost on the way,', { error: named('TimeoutError', { $retryable: {} }), after: true }],
])('what is %s is done once by every command', async (_says, trouble) => {
  const all = await everyCommand();
  const before = eventsIn(await dump());
  for (const [i, act] of all.entries()) {
    strike({ on: writes, times: 1, ...trouble });
    const [heard] = await acts([act], `passing-${rounds}`);
    expect(heard).toMatchObject({ name: act[0], status: 200 });
    expect(fell).toBeGreaterThan(0);
    fault = undefined;
    expect(eventsIn(await dump())).toBe(before + i + 1);
  }
  const again = await acts(all, `passing-${rounds}`);
  expect(again.map(({ status }) => status)).toEqual(all.map(() => 200));
  expect(eventsIn(await dump())).toBe(before + all.length);
});

test.each<[string, number, string | undefined, RegExp, () => Error]>([
  ['contention without end', 503, 'BUSY', writes, cancelled('TransactionConflict')],
  ['a table that is throttled without end', 503, 'BUSY', writes, named('ThrottlingException')],
  ['reading that is throttled without end', 503, 'BUSY', /^GetItem/, named('ProvisionedThroughputExceededException')],
  ['a fault nobody knows', 500, undefined, writes, named('InternalServerError', { secret: '王秀兰' })],
  ['a fault in reading that nobody knows', 500, undefined, /^GetItem/, named('AccessDeniedException')],
])('%s is %i %s to every command, and nothing is written; afterwards the same is done', async (...row) => {
  const [_says, status, refused, on, error] = row;
  const all = await everyCommand();
  const before = await dump();
  strike({ on, times: Infinity, error });
  const heard = await acts(all, `lasting-${rounds}`);
  expect(heard.map((one) => [one.name, one.status, one.refused])).toEqual(all.map(([name]) => [name, status, refused]));
  for (const { body } of heard) expect(Object.keys(body)).toEqual([refused ? 'refused' : 'requestId']);
  fault = undefined;
  expect(await dump()).toEqual(before);
  const after = await acts(all, `lasting-${rounds}`);
  expect(after.map((one) => [one.name, one.status])).toEqual(all.map(([name]) => [name, 200]));
});

describe('a service that is settled', () => {
  const recorded = async () => (await stage.call('readMyTotals', {}, { as: volunteer })).body['recorded'];
  it.each<[string, Fault]>([
    ['contended', { on: writes, times: 3, error: cancelled('TransactionConflict') }],
    ['whose answer was lost', { on: writes, times: 1, error: named('TimeoutError', { $retryable: {} }), after: true }],
  ])('%s is entered once, and so is its next version', async (_says, trouble) => {
    const was = Number(await recorded());
    const shift = stage.shift({ day: 1 + (rounds += 1) });
    for (const [version, minutes] of [
      [1, 60],
      [2, 45],
    ] as const) {
      strike(trouble);
      await stage.settle({ volunteerId: volunteer, shift, version, minutes });
      fault = undefined;
      expect(await recorded()).toBe(was + minutes);
    }
    expect(await stage.books([volunteer])).toMatchObject({ balance: 0 });
  });

  it('is thrown when the table does not take it, with nothing written, so that the event comes again and is entered', async () => {
    const was = Number(await recorded());
    const before = await dump();
    const served = { volunteerId: volunteer, shift: stage.shift({ day: 21 }), minutes: 30 };
    strike({ on: writes, times: Infinity, error: named('InternalServerError') });
    await expect(stage.settle(served)).rejects.toThrow('InternalServerError');
    fault = undefined;
    expect(await dump()).toEqual(before);
    await stage.settle(served);
    expect(await recorded()).toBe(was + 30);
  });
});
