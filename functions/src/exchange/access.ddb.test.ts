import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { RULE, TABLES, stageExchange, type Name, type Stage } from './test-exchange';

let engine: TestTables;
let stage: Stage;
beforeAll(async () => {
  engine = await startTables(TABLES);
  stage = stageExchange(engine.endpoint);
});
afterAll(async () => {
  stage.close();
  await engine.stop();
});

const routes = Object.entries(exchange as Record<string, Route>).map(([name, route]) => [name as Name, route] as const);
const id = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
/** Fields that fit every route which names them; whoever may not enter is told so before the rest is read. */
const IDS = { offerId: id, orderId: id, activityId: id, thanksId: id, teamId: id, skill: 'repair', year: '2026' };

test('whatever is somebody’s own or a worker’s is closed to visitors, to strangers and to neighbours of another community', async () => {
  const elsewhere = stageExchange(engine.endpoint);
  const stranger = await elsewhere.person(['resident', 'worker', 'chair']);
  for (const [name, { access }] of routes) {
    if (access === 'public') continue;
    const [visitor, other] = [await stage.call(name, IDS), await stage.call(name, IDS, { as: stranger })];
    expect([name, visitor.body, other.body]).toEqual([name, { refused: 'NOT_SIGNED_IN' }, { refused: 'NOT_ELIGIBLE' }]);
  }
  elsewhere.close();
});

test('only a worker sets the rule, writes the list and the teams, hands over, passes thanks on and looks for people', async () => {
  const resident = await stage.person(['resident', 'owner', 'councilMember', 'buildingHead', 'chair']);
  const closed: string[] = [];
  for (const [name] of routes) {
    const { body } = await stage.call(name, IDS, { as: resident });
    if (body['refused'] === 'NOT_ELIGIBLE') closed.push(name);
  }
  expect(closed.sort()).toEqual([
    'addOffer',
    'addTeam',
    'changeOffer',
    'changeTeam',
    'closeTeam',
    'decideThanks',
    'endOrder',
    'listOrders',
    'listSkilled',
    'listWaitingThanks',
    'setRule',
  ]);
});

test('what visitors read holds nothing of anybody', () => {
  const open = routes.filter(([, { access }]) => access === 'public');
  expect(open.map(([name]) => name).sort()).toEqual(['listOffers', 'listTeams', 'readOffer', 'readRule', 'readTeam']);
  expect(open.filter(([, route]) => isCommand(route))).toEqual([]);
});

test('a worker reads nobody’s points, thanks or year: every one of these is the caller’s own', async () => {
  const worker = await stage.person(['worker']);
  await stage.call('setRule', RULE, { as: worker });
  const volunteer = await stage.person();
  await stage.bring(stage.entered(volunteer, 90));
  expect(await stage.account(volunteer)).toMatchObject({ recorded: 90 });
  expect(await stage.account(worker)).toEqual({ balance: 0, debt: 0, recorded: 0, honorary: 0 });
  expect(await stage.entries(worker)).toEqual([]);
  expect((await stage.call('readYear', { year: '2026' }, { as: worker })).body).toMatchObject({ recorded: 0 });
  const asked = await stage.call('readAccount', { personId: volunteer }, { as: worker });
  expect(asked.body).toHaveProperty('issues');
});

test('entries come in pages of twenty, each as cheap as the first, and a changed cursor is refused', async () => {
  const volunteer = await stage.person();
  const owner = `${stage.communityId}#e#${volunteer}`;
  for (let n = 0; n < 45; n += 1) {
    const sk = `01KATQ8M3N5P7R9S1T2V4W6X${String(n).padStart(2, '0')}`;
    await stage.put('exchange', { pk: owner, sk, kind: 'hours', parts: n, at: '2026-11-27T02:00:00.000Z' });
  }
  const page = (cursor?: unknown) => stage.call('listEntries', cursor ? { cursor } : {}, { as: volunteer });
  const first = await page();
  const second = await page(first.body['next']);
  const last = await page(second.body['next']);
  const sizes = [first, second, last].map(({ body }) => (body['items'] as unknown[]).length);
  expect([sizes, last.body['next']]).toEqual([[20, 20, 5], undefined]);
  expect(second.units.read).toBeLessThanOrEqual(first.units.read);
  expect((await page(`${String(first.body['next'])}x`)).body).toEqual({ refused: 'BAD_CURSOR' });
  const neighbour = await stage.person();
  const stolen = await stage.call('listEntries', { cursor: first.body['next'] }, { as: neighbour });
  expect(stolen.body).toEqual({ refused: 'BAD_CURSOR' });
});
