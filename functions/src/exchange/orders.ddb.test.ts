import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { startTables, type TestTables } from '@gongzhi/local/test-tables';
import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import { indexOrders } from './index-orders';
import { RULE, TABLES, stageExchange, type Stage } from './test-exchange';

let engine: TestTables;
let stage: Stage;
let worker: string;
beforeAll(async () => {
  engine = await startTables(TABLES);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  stage = stageExchange(engine.endpoint);
  worker = await stage.person(['worker'], '李静');
  await stage.call('setRule', RULE, { as: worker });
});
afterEach(() => stage.close());

const SOAP = { title: '洗衣液', kind: 'good', about: '到社区服务站领取', points: 20, stock: 3 } as const;
const offer = async (more: object = {}) =>
  String((await stage.call('addOffer', { ...SOAP, ...more }, { as: worker })).body['offerId']);
const rich = async (points: number) => {
  const personId = await stage.person(['resident'], '王秀兰');
  await stage.bring(stage.entered(personId, points * 6));
  stage.world.now = new Date(stage.world.now.getTime() + 1_000);
  return personId;
};
const take = (offerId: string, as: string, more: object = {}) =>
  stage.call('takeOffer', { offerId, points: 20, ...more }, { as });
const stockOf = async (offerId: string) => (await stage.call('readOffer', { offerId })).body['stock'];
const counted = (heard: readonly { status: number; body: Record<string, unknown> }[]) => {
  const words = heard.map(({ status, body }) => (status === 200 ? 'done' : String(body['refused'])));
  return Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));
};
const recordsOf = async (personId: string) => {
  const { Items = [] } = await stage.client.send(
    new QueryCommand({
      TableName: 'exchange',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `${stage.communityId}#e#${personId}` },
    }),
  );
  return Items.map((item, i) => ({
    eventName: 'INSERT' as const,
    dynamodb: { SequenceNumber: String(i), NewImage: marshall(item) as never },
  }));
};
const waiting = async () =>
  ((await stage.call('listOrders', {}, { as: worker })).body['items'] as { orderId: string }[]).map(
    ({ orderId }) => orderId,
  );

test('a resident exchanges points, a worker hands over: paid once, listed until then, and the entry says how it stands', async () => {
  const [offerId, me] = [await offer(), await rich(50)];
  expect((await stage.call('listOffers')).body['items']).toEqual([{ offerId, ...SOAP, open: true }]);
  const taken = await take(offerId, me);
  expect([taken.status, taken.body['state'], taken.units.write]).toEqual([200, 'waiting', 8]);
  const orderId = String(taken.body['orderId']);
  expect([await stockOf(offerId), (await stage.account(me))['balance']]).toEqual([2, 30 * PARTS]);
  await indexOrders(stage)({ Records: await recordsOf(me) });
  expect((await stage.call('listOrders', {}, { as: worker })).body['items']).toEqual([
    { orderId, personId: me, byName: '王秀兰', offerId, title: '洗衣液', points: 20, at: taken.body['at'] },
  ]);
  expect((await stage.call('listOrders', {}, { as: me })).body).toEqual({ refused: 'NOT_ELIGIBLE' });
  const handed = await stage.call('endOrder', { orderId, personId: me, end: 'handed' }, { as: worker });
  expect([handed.body['state'], handed.units.write]).toEqual(['handed', 4]);
  expect(await waiting()).toEqual([]);
  await indexOrders(stage)({ Records: await recordsOf(me) });
  await indexOrders(stage)({ Records: (await recordsOf(me)).slice(0, 2) });
  expect(await waiting()).toEqual([]);
  expect(await stage.entries(me)).toMatchObject([
    { kind: 'taken', parts: -20 * PARTS, state: 'handed', title: '洗衣液' },
    { kind: 'hours', parts: 50 * PARTS },
  ]);
  const again = await stage.call('endOrder', { orderId, personId: me, end: 'cancelled' }, { as: worker });
  expect(again.body).toEqual({ refused: 'ALREADY_DECIDED' });
});

test('a cancelled exchange returns its points and the thing once, whoever cancels it and however many at once', async () => {
  const [offerId, me] = [await offer(), await rich(50)];
  const orderId = String((await take(offerId, me)).body['orderId']);
  const heard = await Promise.all([
    stage.call('endOrder', { orderId, personId: me, end: 'cancelled' }, { as: worker }),
    stage.call('withdrawOrder', { orderId }, { as: me }),
    stage.call('endOrder', { orderId, personId: me, end: 'handed' }, { as: worker }),
    stage.call('withdrawOrder', { orderId }, { as: me }),
  ]);
  expect(counted(heard)).toEqual({ done: 1, ALREADY_DECIDED: 3 });
  const handed = heard[2]?.status === 200;
  expect(await stage.account(me)).toMatchObject({ balance: (handed ? 30 : 50) * PARTS, debt: 0 });
  expect(await stockOf(offerId)).toBe(handed ? 2 : 3);
  const sum = (await stage.entries(me)).reduce((total, { parts }) => total + parts, 0);
  expect(sum).toBe((handed ? 30 : 50) * PARTS);
  const mine = String((await take(offerId, me)).body['orderId']);
  const withdrawn = await stage.call('withdrawOrder', { orderId: mine }, { as: me });
  expect([withdrawn.body['state'], withdrawn.units.write]).toEqual(['cancelled', 8]);
  const neighbour = await stage.person();
  expect((await stage.call('withdrawOrder', { orderId: mine }, { as: neighbour })).body).toEqual({
    refused: 'NOT_FOUND',
  });
});

test('sixteen at once from one account: paid as often as the points reach, and never below nothing', async () => {
  const [offerId, me] = [await offer({ stock: 100 }), await rich(70)];
  const heard = await Promise.all(Array.from({ length: 16 }, () => take(offerId, me)));
  expect(counted(heard)).toEqual({ done: 3, POINTS_SHORT: 13 });
  expect(await stage.account(me)).toMatchObject({ balance: 10 * PARTS, debt: 0 });
  expect(await stockOf(offerId)).toBe(97);
  expect(heard.find(({ status }) => status !== 200)?.body['facts']).toEqual({ needed: 20, have: 10 });
});

test('sixteen people at once for five things: five have one, and nothing is sold that is not there', async () => {
  const offerId = await offer({ stock: 5 });
  const people = await Promise.all(Array.from({ length: 16 }, () => rich(20)));
  const heard = await Promise.all(people.map((one) => take(offerId, one)));
  expect(counted(heard)).toEqual({ done: 5, SOLD_OUT: 11 });
  expect(await stockOf(offerId)).toBe(0);
  const balances = await Promise.all(people.map(async (one) => (await stage.account(one))['balance'] as number));
  expect(balances.filter((one) => one === 0)).toHaveLength(5);
  expect(balances.filter((one) => one === 20 * PARTS)).toHaveLength(11);
});

test('the same exchange sent twice at once with one key is paid once and answered alike', async () => {
  const [offerId, me] = [await offer(), await rich(20)];
  const once = () => stage.call('takeOffer', { offerId, points: 20 }, { as: me, key: 'one-intent-000001' });
  const [first, second] = await Promise.all([once(), once()]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect(await stockOf(offerId)).toBe(2);
});

test('what an offer says can be changed, never what was agreed; stock is added to and taken from, not below nothing', async () => {
  const [offerId, me] = [await offer(), await rich(50)];
  const { stock: _, ...listing } = SOAP;
  const change = (more: object) =>
    stage.call('changeOffer', { offerId, ...listing, more: 0, open: true, ...more }, { as: worker });
  const once = await stage.call('takeOffer', { offerId, points: 20 }, { as: me, key: 'an-exchange-00001' });
  const orderId = String(once.body['orderId']);
  expect((await change({ points: 30, more: 5, title: '洗衣粉' })).status).toBe(200);
  expect((await take(offerId, me)).body).toEqual({ refused: 'PRICE_CHANGED', facts: { points: 30 } });
  expect((await change({ more: -8 })).body).toEqual({ refused: 'STOCK_SHORT' });
  expect((await change({ open: false })).status).toBe(200);
  expect((await take(offerId, me)).body).toEqual({ refused: 'OFFER_CLOSED' });
  expect((await take(stage.id(), me)).body).toEqual({ refused: 'NOT_FOUND' });
  await stage.call('endOrder', { orderId, personId: me, end: 'cancelled' }, { as: worker });
  expect(await stage.account(me)).toMatchObject({ balance: 50 * PARTS });
  expect((await change({ offerId: stage.id() })).body).toEqual({ refused: 'NOT_FOUND' });
  const told = await stage.eventOf(me, 'an-exchange-00001');
  expect([told?.type, /\p{Script=Han}/u.test(JSON.stringify(told))]).toEqual(['exchange.offer-taken', false]);
});

test('records of other items are nobody’s to list; a table that is away is asked again from that record', async () => {
  const [offerId, me] = [await offer(), await rich(20)];
  await take(offerId, me);
  const Records = await recordsOf(me);
  const gone = { eventName: 'REMOVE' as const, dynamodb: { SequenceNumber: '9' } };
  const away = { ...stage.repo.orders, keep: () => Promise.reject(new Error('away')) };
  const failed = await indexOrders({ repo: { ...stage.repo, orders: away } })({ Records: [gone, ...Records] });
  const order = Records.find(({ dynamodb }) => JSON.stringify(dynamodb.NewImage).includes('taken'));
  expect(failed.batchItemFailures).toEqual([{ itemIdentifier: order?.dynamodb.SequenceNumber }]);
});
