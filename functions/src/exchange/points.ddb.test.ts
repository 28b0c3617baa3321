import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import { metered } from '../kernel/meter';
import { RULE, TABLES, stageExchange, type Stage } from './test-exchange';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(() => {
  stage = stageExchange(engine.endpoint);
});
afterEach(() => stage.close());

const later = (days: number) => void (stage.world.now = new Date(stage.world.now.getTime() + days * 86_400_000));
const ruled = async (more: object = {}) => {
  const worker = await stage.person(['worker']);
  const { body } = await stage.call('setRule', { ...RULE, ...more }, { as: worker });
  expect(body).toMatchObject({ version: expect.any(Number) as number });
  return worker;
};

test('the rule is the worker’s to set, holds from its day on, and is never changed: a later version stands beside it', async () => {
  expect((await stage.call('readRule')).body).toEqual({});
  const resident = await stage.person();
  expect((await stage.call('setRule', RULE, { as: resident })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
  const worker = await ruled();
  const past = await stage.call('setRule', { ...RULE, from: '2026-11-26' }, { as: worker });
  expect(past.body).toEqual({ refused: 'RULE_FROM_PAST' });
  const next = await stage.call('setRule', { ...RULE, perRecordedHour: 20, from: '2026-12-01' }, { as: worker });
  expect([next.body['version'], next.units.write <= 8]).toEqual([2, true]);
  expect((await stage.call('readRule')).body).toMatchObject({ now: { version: 1 }, later: { version: 2 } });
  later(5);
  expect((await stage.call('readRule')).body).toEqual({ now: expect.objectContaining({ version: 2 }) as object });
  const heard = await Promise.all(
    [1, 2, 3].map(() => stage.call('setRule', { ...RULE, from: '2026-12-20' }, { as: worker })),
  );
  const set = heard.filter(({ status }) => status === 200).map(({ body }) => body['version']);
  expect(new Set(set).size).toBe(set.length);
  expect(heard.filter(({ status }) => status !== 200).every(({ body }) => body['refused'] === 'STALE')).toBe(true);
});

test('hours give points once however often they are told of; only their owner reads them', async () => {
  await ruled();
  const volunteer = await stage.person();
  const event = stage.entered(volunteer, 90);
  await Promise.all([stage.bring(event), stage.bring(event)].map((one) => one.catch(() => undefined)));
  await stage.bring(event);
  expect(await stage.account(volunteer)).toEqual({ balance: 15 * PARTS, debt: 0, recorded: 90, honorary: 0 });
  expect(await stage.entries(volunteer)).toEqual([
    expect.objectContaining({ kind: 'hours', parts: 15 * PARTS, minutes: 90, track: 'recorded', at: event.at }),
  ]);
  const neighbour = await stage.person();
  expect(await stage.account(neighbour)).toEqual({ balance: 0, debt: 0, recorded: 0, honorary: 0 });
  expect((await stage.call('readAccount')).body).toEqual({ refused: 'NOT_SIGNED_IN' });
  const told = await stage.eventOf('system', `hours-${event.data.entryId}`);
  expect([told?.type, told?.subject, await stage.events(`points/${volunteer}`)]).toEqual([
    'exchange.hours-counted',
    `points/${volunteer}`,
    [],
  ]);
  expect(Object.values(told?.data ?? {}).filter((value) => /\p{Script=Han}/u.test(String(value)))).toEqual([]);
});

test('counting hours costs eight units (event, tally, account, entry), and reading an account one, whatever the history', async () => {
  await ruled();
  const volunteer = await stage.person();
  for (let shift = 0; shift < 5; shift += 1) {
    const { units } = await metered(() => stage.bring(stage.entered(volunteer, 60)));
    expect(units.write).toBeLessThanOrEqual(8);
  }
  const { units } = await metered(() =>
    stage.repo.accounts.read({ communityId: stage.communityId, personId: volunteer }),
  );
  expect(units.read).toBe(1);
});

test('a reversal takes back what was given under the rule of then; what was spent meanwhile is owed and paid first', async () => {
  const worker = await ruled();
  const volunteer = await stage.person();
  const shift = { shiftId: stage.id(), activityId: stage.id() };
  await stage.bring(stage.entered(volunteer, 60, shift));
  await stage.call('setRule', { ...RULE, perRecordedHour: 100, from: '2026-11-28' }, { as: worker });
  const owner = { communityId: stage.communityId, personId: volunteer };
  const spend = stage.repo.accounts.spendWrite(owner, 8 * PARTS);
  const { lost: _, ...item } = spend;
  await stage.ledger.transact([item], 'spent-0001');
  later(2);
  await stage.bring(stage.entered(volunteer, -60, shift));
  expect(await stage.account(volunteer)).toEqual({ balance: 0, debt: 8 * PARTS, recorded: 0, honorary: 0 });
  await stage.bring(stage.entered(volunteer, 6));
  expect(await stage.account(volunteer)).toMatchObject({ balance: 2 * PARTS, debt: 0 });
  expect((await stage.entries(volunteer)).map(({ kind, parts }) => [kind, parts])).toEqual([
    expect.arrayContaining([expect.stringMatching(/hours|reversed/)]),
    expect.anything(),
    ['hours', 10 * PARTS],
  ]);
});

test('a later version of a shift’s hours in any order, repeated and at once, comes to what the last one says', async () => {
  await ruled();
  const volunteer = await stage.person();
  const shift = { shiftId: stage.id(), activityId: stage.id() };
  const all = [60, -60, 90, -90, 45].map((minutes) => stage.entered(volunteer, minutes, shift));
  const shuffled = [all[3], all[1], all[4], all[0], all[2], all[1], all[4]];
  await Promise.all(shuffled.map((one) => stage.bring(one).catch(() => undefined)));
  for (const one of shuffled) await stage.bring(one);
  expect(await stage.account(volunteer)).toEqual({ balance: 45 * 10, debt: 0, recorded: 45, honorary: 0 });
  const sum = (await stage.entries(volunteer)).reduce((total, { parts }) => total + parts, 0);
  expect(sum).toBe(45 * 10);
});

test('without a rule nothing is given, also when one is set later; what was imported, what served a wish, and what is no hours, earns nothing', async () => {
  const volunteer = await stage.person();
  const shift = { shiftId: stage.id(), activityId: stage.id() };
  await stage.bring(stage.entered(volunteer, 60, shift));
  await ruled();
  later(1);
  await stage.bring(stage.entered(volunteer, -60, shift));
  await stage.bring(stage.entered(volunteer, 600, { grade: 'imported' }));
  await stage.bring(stage.entered(volunteer, 600, { source: 'wishes' }));
  await stage.bring({ ...stage.entered(volunteer, 60), type: 'hours.questioned' });
  await stage.bring('not an event');
  expect(await stage.account(volunteer)).toEqual({ balance: 0, debt: 0, recorded: 0, honorary: 0 });
  expect(await stage.entries(volunteer)).toEqual([]);
});

test('points are given by the rule of the day of service and count in its year, however late the hours are entered', async () => {
  const worker = await ruled();
  await stage.call('setRule', { ...RULE, perRecordedHour: 50, from: '2027-01-01' }, { as: worker });
  const volunteer = await stage.person();
  later(40);
  await stage.bring(stage.entered(volunteer, 60, { from: '2026-12-31T15:00:00.000Z' }));
  await stage.bring(stage.entered(volunteer, 60, { from: '2026-12-31T16:00:00.000Z' }));
  await stage.bring(stage.entered(volunteer, 60, { from: '2026-11-26T15:59:59.999Z' }));
  expect(await stage.account(volunteer)).toMatchObject({ balance: 60 * PARTS, recorded: 180 });
  const year = async (one: string) => (await stage.call('readYear', { year: one }, { as: volunteer })).body;
  expect(await year('2026')).toMatchObject({ recorded: 120, services: 2 });
  expect(await year('2027')).toMatchObject({ recorded: 60, services: 1 });
});

test('a year is told to its owner: shifts, minutes by kind, both tracks apart', async () => {
  await ruled();
  const volunteer = await stage.person();
  await stage.bring(stage.entered(volunteer, 60));
  await stage.bring(stage.entered(volunteer, 120, { kind: 'repair' }));
  await stage.bring(stage.entered(volunteer, 30, { track: 'honorary' }));
  later(40);
  await stage.bring(stage.entered(volunteer, 15));
  const year = async (one: string) => (await stage.call('readYear', { year: one }, { as: volunteer })).body;
  expect(await year('2026')).toEqual({
    ...{ year: 2026, recorded: 180, honorary: 30, services: 2, thanks: 0, total: 195 },
    kinds: [
      { kind: 'repair', minutes: 120 },
      { kind: 'elderly', minutes: 60 },
    ],
  });
  expect(await year('2027')).toMatchObject({ recorded: 15, services: 1, total: 195 });
});
