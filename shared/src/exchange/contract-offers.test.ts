import { exchange } from './contract';

const communityId = '310104005001';
const offer = { communityId, title: '洗衣液', kind: 'good', about: '到社区服务站领取', points: 20, stock: 5 };
const ids = { communityId, offerId: '01ARYZ6S410000000000000001' };
const takes = (name: keyof typeof exchange, input: object) => exchange[name].input.safeParse(input).success;

test.each([
  ['goods', {}, true],
  ['help', { kind: 'help' }, true],
  ['money', { kind: 'money' }, false],
  ['for nothing', { points: 0 }, false],
  ['for half a point', { points: 1.5 }, false],
  ['for too much', { points: 100_001 }, false],
  ['none yet', { stock: 0 }, true],
  ['fewer than none', { stock: -1 }, false],
  ['without a word on where', { about: '' }, false],
])('an offer is added: %s', (_, more, fine) => expect(takes('addOffer', { ...offer, ...more })).toBe(fine));

test('one is exchanged at the price that was seen; nobody exchanges for somebody else or more than one at once', () => {
  expect(takes('takeOffer', { ...ids, points: 20 })).toBe(true);
  expect(takes('takeOffer', ids)).toBe(false);
  expect(takes('takeOffer', { ...ids, points: 20, personId: ids.offerId })).toBe(false);
  expect(takes('takeOffer', { ...ids, points: 20, count: 2 })).toBe(false);
});

test('an exchange ends by handing over or cancelling, and by nothing else', () => {
  const order = { communityId, orderId: ids.offerId, personId: ids.offerId };
  expect(['handed', 'cancelled', 'waiting'].map((end) => takes('endOrder', { ...order, end }))).toEqual([
    true,
    true,
    false,
  ]);
});
