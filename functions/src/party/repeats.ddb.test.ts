import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { party } from '@gongzhi/shared/party/contract';
import { TABLES, stageParty, type Answered, type Name, type Stage } from './test-party';
import { buildTown, type Town } from './test-town';

/** Phones lose answers and ask again, and tables contend: the same act is done once or not at all, within its units. */
interface Fault {
  on: string;
  times: number;
  error: () => Error;
  /** The engine has done it, and the answer is lost. */
  after?: true;
}
let fault: Fault | undefined;
let met = 0;
const through = (client: DynamoDBDocumentClient) =>
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const now =
        `${fault?.on}Command` === String(context['commandName']) && met < (fault?.times ?? 0) ? fault : undefined;
      if (!now) return next(args);
      met += 1;
      if (now.after) await next(args);
      throw now.error();
    },
    // below the SDK's own attempts, where an answer is lost
    { step: 'finalizeRequest', priority: 'low', name: 'fault' },
  );
const meet = (one: Fault) => ([fault, met] = [one, 0]);
const named = (name: string) => () => Object.assign(new Error(`${name} of 王秀兰`), { name });
const contended = () =>
  new TransactionCanceledException({
    ...{ $metadata: {}, message: 'cancelled' },
    CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }],
  });
const cutOff = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

let engine: TestTables;
let stage: Stage;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
beforeEach(async () => {
  stage = stageParty(engine.endpoint, through);
  town = await buildTown(stage);
});
afterEach(() => {
  fault = undefined;
  stage.close();
});
afterAll(() => engine.stop());

const asked = async (more: object = {}) => {
  await town.ask(town.me, { ...more });
  return { personId: town.me };
};
interface Act {
  name: Name;
  as: () => string;
  input: () => Promise<Record<string, unknown>>;
  /** What phones hear that ask for the same at once under keys of their own. */
  second: string;
}
const me = () => town.me;
const worker = () => town.worker;
const ACTS: Act[] = [
  {
    ...{ name: 'addBranch', as: worker, second: 'SECRETARY_TAKEN' },
    input: async () => ({ name: '新支部', secretaryId: await stage.person(['branchSecretary']) }),
  },
  {
    ...{ name: 'changeBranch', as: worker, second: 'done' },
    input: async () => ({ name: '改名', secretaryId: town.secretary, branchId: town.branchId }),
  },
  { name: 'closeBranch', as: worker, second: 'BRANCH_CLOSED', input: async () => ({ branchId: town.branchId }) },
  { name: 'reportIn', as: me, second: 'ALREADY_REPORTED', input: async () => town.ASKED },
  { name: 'setSkills', as: me, second: 'done', input: async () => (await asked(), { skills: ['law'] }) },
  { name: 'setOpen', as: me, second: 'done', input: async () => (await town.member(town.me), { open: true }) },
  {
    ...{ name: 'askRenewal', as: me, second: 'ALREADY_DONE' },
    input: async () => {
      await town.member(town.me);
      stage.world.now = new Date('2027-11-01T02:00:00.000Z');
      return {};
    },
  },
  {
    name: 'moveAway',
    as: me,
    second: 'NOT_REPORTED',
    input: async () => (await town.member(town.me), { to: '310105000099' }),
  },
  { name: 'leaveParty', as: me, second: 'NOT_REPORTED', input: async () => (await town.member(town.me), {}) },
  {
    ...{ name: 'confirmOrganisation', as: () => town.contact, second: 'ALREADY_DONE' },
    input: async () => ({ ...(await asked()), by: 'app' }),
  },
  {
    ...{ name: 'confirmCommunity', as: worker, second: 'NOT_WAITING' },
    input: async () => {
      const who = await asked();
      await town.organisation(town.me);
      return who;
    },
  },
  {
    ...{ name: 'setUnit', as: worker, second: 'ALREADY_DONE' },
    input: async () => ({ ...(await asked({ unitId: undefined, unitName: '某公司' })), unitId: town.unitId }),
  },
  {
    name: 'decline',
    as: worker,
    second: 'NOT_WAITING',
    input: async () => ({ ...(await asked()), reason: '请补材料' }),
  },
  { name: 'setTerm', as: worker, second: 'done', input: async () => ({ months: 6 }) },
];
const said = ({ status, body }: Answered) => (status === 200 ? 'done' : String(body['refused'] ?? status));

test('every command is repeated here', () => {
  const commands = Object.entries<Route>(party).filter(([, route]) => isCommand(route));
  expect(ACTS.map(({ name }) => name).sort()).toEqual(commands.map(([name]) => name).sort());
});

test.each(ACTS)(
  '$name again with its key hears the first answer and changes nothing, within its units',
  async (act) => {
    const [input, key] = [await act.input(), stage.id()];
    const ask = (more = {}) => stage.call(act.name, { ...input, ...more }, { as: act.as(), key });
    const first = await ask();
    expect([act.name, first.status]).toEqual([act.name, 200]);
    expect(first.units.write).toBeLessThanOrEqual((party[act.name] as Route).units ?? 8);
    const before = await stage.dump();
    stage.world.now = new Date(+stage.world.now + 1_000);
    const again = await ask();
    expect([again.body, again.headers['idempotent-replayed'], again.units.write]).toEqual([first.body, 'true', 0]);
    const other = Object.keys(input).length > 0 ? (Object.keys(input)[0] ?? '') : undefined;
    const changed = {
      months: 7,
      open: false,
      skills: [],
      name: '别的',
      by: 'paper',
      reason: '别的',
      to: '310105000098',
      displayName: '别的',
    };
    if (other && other in changed) {
      const reused = await ask({ [other]: changed[other as keyof typeof changed] });
      expect([reused.status, reused.body]).toEqual([422, { refused: 'KEY_REUSED' }]);
    }
    expect(await stage.dump()).toEqual(before);
  },
);

test.each(ACTS)('$name by eight phones at once: one key is done once; keys of their own hear $second', async (act) => {
  const [input, key] = [await act.input(), stage.id()];
  const events = stage.said.length;
  const eight = (ask: (n: number) => Promise<Answered>) => Promise.all(Array.from({ length: 8 }, (_, n) => ask(n)));
  const heard = await eight(() => stage.call(act.name, input, { as: act.as(), key }));
  expect(heard.map(said)).toEqual(Array<string>(8).fill('done'));
  expect([new Set(heard.map(({ body }) => JSON.stringify(body))).size, stage.said.length - events]).toEqual([1, 1]);
  const later = await eight(() => stage.call(act.name, input, { as: act.as() }));
  expect([...new Set(later.map(said))]).toEqual([act.second]);
});

test('eight who confirm at once for both make it count once, and every count is moved once', async () => {
  await asked();
  const heard = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      n % 2 === 0
        ? stage.call('confirmCommunity', { personId: town.me }, { as: town.worker })
        : stage.call('confirmOrganisation', { personId: town.me, by: 'app' }, { as: town.contact }),
    ),
  );
  expect(heard.map(said).filter((one) => one === 'done')).toHaveLength(2);
  expect(stage.said.filter(({ type }) => type === 'party.report-valid')).toHaveLength(1);
  expect(await stage.repo.figures.kinds(stage.communityId)).toEqual({ 'inService#2027-11': 1 });
});

const FEW = ACTS.filter(({ name }) => ['reportIn', 'confirmCommunity', 'leaveParty', 'closeBranch'].includes(name));
test.each(FEW)('$name is done once under contention, and when its answer is lost; BUSY leaves nothing', async (act) => {
  const [input, key, before] = [await act.input(), stage.id(), await stage.dump()];
  const ask = () => stage.call(act.name, input, { as: act.as(), key });
  meet({ on: 'TransactWriteItems', times: Infinity, error: contended });
  expect(said(await ask())).toBe('BUSY');
  fault = undefined;
  expect(await stage.dump()).toEqual(before);
  meet({ on: 'TransactWriteItems', times: Infinity, error: named('SomethingNew') });
  const broken = await ask();
  expect([broken.status, broken.body]).toEqual([500, { requestId: 'gateway-request-id' }]);
  meet({ on: 'TransactWriteItems', times: Infinity, error: cutOff, after: true });
  await ask();
  fault = undefined;
  const events = stage.said.length;
  const again = await ask();
  expect([said(again), again.headers['idempotent-replayed'], stage.said.length]).toEqual(['done', 'true', events]);
});

test('what cannot be written down is not read: a list whose reading is not logged shows nobody', async () => {
  await asked();
  for (const [name, as] of [
    ['listBranchMembers', town.secretary],
    ['listWaiting', town.worker],
    ['listUnitMembers', town.contact],
  ] as const) {
    meet({ on: 'UpdateItem', times: Infinity, error: named('ProvisionedThroughputExceededException') });
    const heard = await stage.call(name, {}, { as });
    expect([name, heard.status, heard.body]).toEqual([name, 503, { refused: 'BUSY' }]);
    fault = undefined;
  }
  meet({ on: 'BatchGetItem', times: Infinity, error: named('ProvisionedThroughputExceededException') });
  expect((await stage.call('listOpen')).status).toBe(200);
  expect((await stage.call('listBranchMembers', {}, { as: town.secretary })).body).toEqual({ refused: 'BUSY' });
});

test('an end that could not be written is told again, and done once', async () => {
  await town.member(town.me);
  const event = await stage.withdraw(town.me, 'party', false);
  meet({ on: 'TransactWriteItems', times: Infinity, error: named('SomethingNew') });
  await expect(stage.bring(event)).rejects.toThrow('SomethingNew');
  fault = undefined;
  await Promise.all(Array.from({ length: 4 }, () => stage.bring(event)));
  expect(stage.said.filter(({ type }) => type === 'party.report-withdrawn')).toHaveLength(1);
  expect(await stage.repo.figures.kinds(stage.communityId)).toEqual({ 'inService#2027-11': 0 });
});
