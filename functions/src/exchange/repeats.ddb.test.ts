import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { RULE, TABLES, stageExchange, type Answered, type Name, type Stage } from './test-exchange';
import { SOAP, buildTown, type Town } from './test-town';

/** Phones lose answers and ask again: the same act is done once, and whoever asks again hears what was said first. */
let engine: TestTables;
let stage: Stage;
let town: Town;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageExchange(engine.endpoint);
  town = await buildTown(stage);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

interface Act {
  name: Name;
  as: 'me' | 'other' | 'worker';
  /** What is asked, new each time. */
  input: () => Promise<Record<string, unknown>>;
  /** What makes it another request under the same key. */
  other: Record<string, unknown> | (() => Promise<Record<string, unknown>>);
  /** What phones hear that ask for the same at once under keys of their own; none where each asks for something of its own. */
  second?: string;
}
const end = (orderId: string) => ({ orderId, personId: town.me, end: 'cancelled' });
const served = async () => {
  const activityId = stage.id();
  await stage.bring(stage.entered(town.me, 60, { activityId }));
  return { activityId, personId: town.me, words: '谢谢您陪我去医院' };
};
const joined = async () => {
  const teamId = await town.team();
  await town.join(teamId);
  return teamId;
};
const newTeam = async () => ({ teamId: await town.team() });

const ACTS: Act[] = [
  { name: 'setRule', as: 'worker', input: async () => ({ ...RULE }), other: { perRecordedHour: 11 } },
  { name: 'addOffer', as: 'worker', input: async () => ({ ...SOAP }), other: { stock: 4 } },
  {
    ...{ name: 'changeOffer', as: 'worker', other: { more: 2 } },
    input: async () => ({ ...town.LISTING, offerId: await town.offer(), more: 1, open: true }),
  },
  {
    ...{ name: 'takeOffer', as: 'me', other: { points: 21 }, second: 'SOLD_OUT' },
    input: async () => ({ offerId: await town.offer({ stock: 1 }), points: 20 }),
  },
  {
    ...{ name: 'endOrder', as: 'worker', other: { end: 'handed' }, second: 'ALREADY_DECIDED' },
    input: async () => end(await town.order()),
  },
  {
    ...{ name: 'withdrawOrder', as: 'me', second: 'ALREADY_DECIDED' },
    ...{ input: async () => ({ orderId: await town.order() }), other: async () => ({ orderId: await town.order() }) },
  },
  { name: 'sendThanks', as: 'other', input: served, other: { words: '谢谢' }, second: 'ALREADY_DONE' },
  {
    ...{ name: 'hideThanks', as: 'me', other: { hidden: false } },
    input: async () => ({ thanksId: await town.thanks(), hidden: true }),
  },
  {
    ...{ name: 'decideThanks', as: 'worker', other: { publish: false }, second: 'ALREADY_DECIDED' },
    input: async () => ({ thanksId: await town.thanks('review'), publish: true }),
  },
  { name: 'addSkill', as: 'me', input: async () => ({ skill: 'repair' }), other: { skill: 'law' } },
  { name: 'removeSkill', as: 'me', input: async () => ({ skill: 'repair' }), other: { skill: 'law' } },
  { name: 'addTeam', as: 'worker', input: async () => ({ name: '队', about: '做事' }), other: { name: '另一队' } },
  {
    ...{ name: 'changeTeam', as: 'worker', other: { name: '另一队' } },
    input: async () => ({ teamId: await town.team(), name: '新名', about: '改做别的' }),
  },
  {
    ...{ name: 'closeTeam', as: 'worker', other: newTeam, second: 'ALREADY_DONE' },
    input: async () => ({ teamId: await town.team() }),
  },
  {
    ...{ name: 'joinTeam', as: 'other', other: { named: false }, second: 'ALREADY_DONE' },
    input: async () => ({ teamId: await town.team(), named: true }),
  },
  {
    ...{ name: 'leaveTeam', as: 'me', other: newTeam, second: 'NOT_FOUND' },
    input: async () => ({ teamId: await joined() }),
  },
];
const leaveAll = async (who: string) => {
  const { body } = await stage.call('listTeams', {}, { as: who });
  for (const { teamId, mine } of body['items'] as { teamId: string; mine: boolean }[])
    if (mine) await stage.call('leaveTeam', { teamId }, { as: who });
};
beforeEach(async () => {
  for (const who of [town.me, town.other]) await leaveAll(who);
});
const asksFor = async (act: Act, input: Record<string, unknown>) => ({
  ...input,
  ...(typeof act.other === 'function' ? await act.other() : act.other),
});
const said = ({ status, body }: Answered) => (status === 200 ? 'done' : String(body['refused']));
const eight = (ask: (n: number) => Promise<Answered>) => Promise.all(Array.from({ length: 8 }, (_, n) => ask(n)));

test('every command is repeated here', () => {
  const commands = Object.entries<Route>(exchange).filter(([, route]) => isCommand(route));
  expect(ACTS.map(({ name }) => name).sort()).toEqual(commands.map(([name]) => name).sort());
});

test.each(ACTS)('$name again with its key hears the first answer, later too, and changes nothing', async (act) => {
  const [input, key, as] = [await act.input(), stage.id(), town[act.as]];
  const ask = (what = input) => stage.call(act.name, what, { as, key });
  const first = await ask();
  expect([first.status, first.units.write <= 8, first.headers['idempotent-replayed']]).toEqual([200, true, undefined]);
  const before = await stage.dump();
  stage.world.now = new Date(stage.world.now.getTime() + 1_000);
  const again = await ask();
  expect([again.status, again.body, again.headers['idempotent-replayed']]).toEqual([200, first.body, 'true']);
  expect(again.units.write).toBe(0);
  const reused = await ask(await asksFor(act, input));
  expect([reused.status, reused.body]).toEqual([422, { refused: 'KEY_REUSED' }]);
  if (typeof act.other !== 'function') expect(await stage.dump()).toEqual(before);
});

test.each(ACTS)('$name by eight phones at once with one key is done once, and all hear the same', async (act) => {
  const [input, key, as] = [await act.input(), stage.id(), town[act.as]];
  const events = stage.said.length;
  const heard = await eight(() => stage.call(act.name, input, { as, key }));
  expect(heard.map(said)).toEqual(Array<string>(8).fill('done'));
  expect(new Set(heard.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(stage.said.length - events).toBe(1);
});

test.each(ACTS.filter(({ second }) => second))(
  '$name by eight phones at once with keys of their own is done once, and the others hear $second',
  async (act) => {
    const [input, events] = [await act.input(), stage.said.length];
    const heard = await eight(() => stage.call(act.name, input, { as: town[act.as] }));
    expect(heard.map(said).sort()).toEqual([...Array<string>(7).fill(act.second ?? ''), 'done'].sort());
    expect(stage.said.length - events).toBe(1);
  },
);

test('hours told of eight times at once are counted once; an exchange given up by eight at once returns its points once', async () => {
  const volunteer = await stage.person();
  const told = stage.entered(volunteer, 120);
  await Promise.all(Array.from({ length: 8 }, () => stage.bring(told)));
  expect(await stage.account(volunteer)).toEqual({ balance: 1_200, debt: 0, recorded: 120, honorary: 0 });
  expect(await stage.entries(volunteer)).toHaveLength(1);
  const offerId = await town.offer({ stock: 1 });
  const orderId = await town.order(volunteer, offerId);
  const before = await stage.account(volunteer);
  await eight((n) =>
    n % 2 === 0
      ? stage.call('withdrawOrder', { orderId }, { as: volunteer })
      : stage.call('endOrder', { orderId, personId: volunteer, end: 'cancelled' }, { as: town.worker }),
  );
  expect([before['balance'], await stage.account(volunteer)]).toMatchObject([0, { balance: 1_200 }]);
  expect((await stage.call('readOffer', { offerId })).body['stock']).toBe(1);
});
