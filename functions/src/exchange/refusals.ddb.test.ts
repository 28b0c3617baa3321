import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { offers } from '@gongzhi/shared/exchange/contract-offers';
import { MOST_STOCK, PARTS } from '@gongzhi/shared/exchange/rule-sets';
import type { Route } from '@gongzhi/shared/kernel/contract';
import type { RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { RULE, TABLES, stageExchange, type Stage } from './test-exchange';
import { buildTown, expectRefused, meanwhile, type Case, type Town } from './test-town';

/** Every refusal the rule, offers and orders declare, through the front door: before anything was written, and at the last moment. */
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

const change = (offerId: string, more: object) => ({ offerId, ...town.LISTING, more: 0, open: true, ...more });
const take = (offerId: string, points = 20) => ({ offerId, points });
const end = (orderId: string, personId: string, how = 'handed') => ({ orderId, personId, end: how });
const set = () => town.made('version', 'setRule', RULE, { as: town.worker });
const hand = (orderId: string) => town.made('state', 'endOrder', end(orderId, town.me), { as: town.worker });
const giveUp = (orderId: string) => town.made('state', 'withdrawOrder', { orderId }, { as: town.me });
const pointsOf = async (who: string) => ((await stage.account(who))['balance'] as number) / PARTS;
/** An offer that somebody does something to before it is taken. */
const takeWhile = async (offer: object, act: (offerId: string) => Promise<unknown>) => {
  const offerId = await town.offer(offer);
  return meanwhile(town, take(offerId), () => act(offerId));
};
const orderWhile = async (act: (orderId: string) => Promise<unknown>) => {
  const orderId = await town.order();
  return meanwhile(town, end(orderId, town.me), () => act(orderId));
};

const RULES: Case[] = [
  ['setRule', 'RULE_FROM_PAST', 'of yesterday', 'worker', async () => ({ ...RULE, from: '2026-11-26' })],
  ['setRule', 'STALE', 'another set one meanwhile', 'worker', async () => meanwhile(town, RULE, set)],
];
const OFFERS: Case[] = [
  ['readOffer', 'NOT_FOUND', 'of no offer', 'me', async () => ({ offerId: stage.id() })],
  ['changeOffer', 'NOT_FOUND', 'of no offer', 'worker', async () => change(stage.id(), {})],
  ['changeOffer', 'STOCK_SHORT', 'one too many', 'worker', async () => change(await town.offer(), { more: -4 })],
  [
    ...(['changeOffer', 'STOCK_SHORT', 'the last was taken meanwhile', 'worker'] as const),
    async () => {
      const offerId = await town.offer({ stock: 1 });
      return meanwhile(town, change(offerId, { more: -1 }), () => town.order(town.me, offerId));
    },
  ],
  [
    ...(['changeOffer', 'STOCK_FULL', 'more than there may be', 'worker'] as const),
    async () => change(await town.offer(), { more: MOST_STOCK - 2 }),
    { facts: { most: MOST_STOCK, stock: 3 } },
  ],
  [
    ...(['changeOffer', 'STOCK_FULL', 'filled up meanwhile', 'worker'] as const),
    async () => {
      const offerId = await town.offer({ stock: 0 });
      const fill = { more: MOST_STOCK };
      return meanwhile(town, change(offerId, { more: 1 }), () => town.change(offerId, fill));
    },
    { facts: { most: MOST_STOCK, stock: MOST_STOCK } },
  ],
];
const TAKING: [RefusalCode, string, Case[4], object?][] = [
  ['NOT_FOUND', 'of no offer', async () => take(stage.id())],
  ['SOLD_OUT', 'of none', async () => take(await town.offer({ stock: 0 }))],
  ['SOLD_OUT', 'the last went meanwhile', () => takeWhile({ stock: 1 }, (it) => town.order(town.other, it))],
  ['OFFER_CLOSED', 'of a closed one', async () => take(await town.change(await town.offer(), { open: false }))],
  ['OFFER_CLOSED', 'closed meanwhile', () => takeWhile({}, (it) => town.change(it, { open: false }))],
  ['PRICE_CHANGED', 'of before', async () => take(await town.offer({ points: 19 })), { facts: { points: 19 } }],
  [
    ...(['PRICE_CHANGED', 'dearer meanwhile'] as const),
    () => takeWhile({}, (it) => town.change(it, { points: 21 })),
    { facts: { points: 21 } },
  ],
  [
    ...(['POINTS_SHORT', 'with one point too few'] as const),
    async () => {
      const dear = (await pointsOf(town.me)) + 1;
      return take(await town.offer({ points: dear }), dear);
    },
  ],
  [
    ...(['POINTS_SHORT', 'spent meanwhile'] as const),
    async () => {
      const all = await pointsOf(town.me);
      const offerId = await town.offer({ points: all });
      return meanwhile(town, take(offerId, all), () => town.order());
    },
  ],
];
const ORDERS: Case[] = [
  ['endOrder', 'NOT_FOUND', 'of no order', 'worker', async () => end(stage.id(), town.me)],
  ['endOrder', 'NOT_FOUND', 'under another name', 'worker', async () => end(await town.order(), town.other)],
  [
    ...(['endOrder', 'ALREADY_DECIDED', 'it was handed over', 'worker'] as const),
    async () => {
      const orderId = await town.order();
      await hand(orderId);
      return end(orderId, town.me, 'cancelled');
    },
  ],
  ['endOrder', 'ALREADY_DECIDED', 'its owner gave it up meanwhile', 'worker', () => orderWhile(giveUp)],
  ['withdrawOrder', 'NOT_FOUND', 'of somebody else', 'other', async () => ({ orderId: await town.order() })],
  [
    ...(['withdrawOrder', 'ALREADY_DECIDED', 'given up already', 'me'] as const),
    async () => {
      const orderId = await town.order();
      await giveUp(orderId);
      return { orderId };
    },
  ],
  [
    ...(['withdrawOrder', 'ALREADY_DECIDED', 'it was handed over meanwhile', 'me'] as const),
    async () => {
      const orderId = await town.order();
      return meanwhile(town, { orderId }, () => hand(orderId));
    },
  ],
];
const taking = TAKING.map(([code, when, input, facts]): Case => ['takeOffer', code, when, 'me', input, facts]);
const CASES: Case[] = [...RULES, ...OFFERS, ...taking, ...ORDERS];

test('every refusal that is declared is made to happen here, and no other', () => {
  const routes = Object.entries<Route>({ setRule: exchange.setRule, ...offers });
  const declared = routes.flatMap(([name, { refusals }]) => refusals.map((code) => `${name} ${code}`));
  expect([...new Set(CASES.map(([name, code]) => `${name} ${code}`))].sort()).toEqual(declared.sort());
});

test.each(CASES)('%s %s: %s', (...one) => expectRefused(town, one));

test('what is refused by chance is refused by right: asked again with nobody between, it is what the table says', async () => {
  const offerId = await town.offer({ stock: 1 });
  const key = 'asked-twice-000001';
  const lost = () => stage.call('takeOffer', take(offerId), { as: town.me, key });
  meanwhile(town, {}, () => town.order(town.other, offerId));
  expect((await lost()).body).toEqual({ refused: 'SOLD_OUT' });
  await town.change(offerId, { more: 1 });
  expect((await lost()).body).toMatchObject({ state: 'waiting' });
  expect((await lost()).headers['idempotent-replayed']).toBe('true');
});
