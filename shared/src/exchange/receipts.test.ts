import { isCommand, type Route } from '@gongzhi/shared/kernel/contract';
import { REFUSALS, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import { exchange } from './contract';

/** What leaves the slice: receipts without words, and reads without what is nobody's business. */
const ID = '01ARYZ6S410000000000000001';
const at = '2026-11-27T02:00:00.000Z';
type Name = keyof typeof exchange;
const takes = (name: Name, output: object) => exchange[name].output.safeParse(output).success;

const RECEIPTS: Partial<Record<Name, object>> = {
  setRule: { version: 1, at },
  addOffer: { offerId: ID, at },
  changeOffer: { offerId: ID, at },
  takeOffer: { orderId: ID, state: 'waiting', at },
  endOrder: { orderId: ID, state: 'handed', at },
  withdrawOrder: { orderId: ID, state: 'cancelled', at },
  sendThanks: { thanksId: ID, waiting: true, at },
  hideThanks: { thanksId: ID, at },
  decideThanks: { thanksId: ID, at },
  addSkill: { at },
  removeSkill: { at },
  addTeam: { teamId: ID, at },
  changeTeam: { teamId: ID, at },
  closeTeam: { teamId: ID, at },
  joinTeam: { teamId: ID, at },
  leaveTeam: { teamId: ID, at },
};
const receipts = Object.entries(RECEIPTS) as [Name, object][];

test('every command has its receipt here', () => {
  const commands = Object.entries<Route>(exchange).filter(([, route]) => isCommand(route));
  expect(Object.keys(RECEIPTS).sort()).toEqual(commands.map(([name]) => name).sort());
});

test.each(receipts)('the receipt of %s is what it is, and nothing of it may be left out', (name, receipt) => {
  expect(takes(name, receipt)).toBe(true);
  for (const field of Object.keys(receipt)) {
    const less = Object.fromEntries(Object.entries(receipt).filter(([one]) => one !== field));
    expect([field, takes(name, less)]).toEqual([field, false]);
  }
});

test.each(receipts)('the receipt of %s has room for no words, names or phones', (name, receipt) => {
  for (const field of Object.keys(receipt))
    for (const leak of ['谢谢您陪我去医院', '王秀兰', '13800000000', '', null])
      expect([field, leak, takes(name, { ...receipt, [field]: leak })]).toEqual([field, leak, false]);
  for (const field of ['title', 'about', 'words', 'name', 'byName', 'phone', 'skill', 'personId', 'balance'])
    expect([field, takes(name, { ...receipt, [field]: ID })]).toEqual([field, false]);
});

test.each([
  ['takeOffer', 'returned'],
  ['endOrder', 'taken'],
  ['withdrawOrder', 'done'],
] as const)('%s never says that an exchange is %s', (name, state) =>
  expect(takes(name, { ...RECEIPTS[name], state })).toBe(false),
);

test.each([
  ['setRule', 'version'],
  ['sendThanks', 'waiting'],
] as const)('%s tells %s as what it is, not as text', (name, field) => {
  for (const wrong of ['1', 'true', 1.5]) expect(takes(name, { ...RECEIPTS[name], [field]: wrong })).toBe(false);
});

/** One item of each read, and what a table keeps beside it that nobody is told. */
const entry = { entryId: ID, kind: 'taken', parts: -1_200, at, title: '洗衣液', state: 'waiting' };
const rule = { perRecordedHour: 10, perHonoraryHour: 4, from: '2026-11-27', shownAs: 'points', version: 1, setAt: at };
const offer = { offerId: ID, title: '洗衣液', kind: 'good', about: '到站领取', points: 20, stock: 0, open: false };
const order = { orderId: ID, personId: ID, byName: '王秀兰', offerId: ID, title: '洗衣液', points: 20, at };
const given = { thanksId: ID, activityId: ID, words: '谢谢', byName: '王秀兰', at, hidden: false };
const held = { thanksId: ID, words: '谢谢', byName: '王秀兰', at, label: '还没有检查' };
const team = { teamId: ID, name: '清洁队', about: '扫楼道', members: 2, mine: false };
const year = { year: 2026, recorded: 60, honorary: 0, services: 1, thanks: 0, kinds: [], total: 60 };
const page = (item: object) => ({ items: [item], next: 'c.m' });
const READS: readonly [Name, object, (item: object) => object, readonly string[]][] = [
  ['readRule', rule, (now) => ({ now, later: now }), ['pk', 'sk', 'setBy', 'actor']],
  [
    'readAccount',
    { balance: 0, debt: 5, recorded: 60, honorary: 0 },
    (one) => one,
    ['parts', 'teams', 'rank', 'r2026'],
  ],
  ['listEntries', entry, page, ['pk', 'byName', 'offerId', 'personId']],
  ['readYear', year, (one) => one, ['rank', 'percentile', 'personId', 'name']],
  ['listOffers', offer, page, ['pk', 'sk', 'takenBy']],
  ['readOffer', offer, (one) => one, ['pk', 'sk', 'takenBy']],
  ['listOrders', order, page, ['phone', 'balance', 'parts', 'pk']],
  ['listHelpers', { personId: ID, name: '王**' }, page, ['minutes', 'phone', 'shiftId', 'door']],
  ['listThanks', given, page, ['fromId', 'stars', 'points', 'label']],
  ['listWaitingThanks', held, page, ['fromId', 'toId', 'activityId', 'hidden']],
  ['readSkills', {}, () => ({ skills: ['repair', 'haircut'] }), ['personId']],
  ['listSkilled', { personId: ID, name: '刘建华' }, page, ['minutes', 'phone', 'skills', 'rank']],
  ['listTeams', team, page, ['pk', 'rank', 'perMember']],
  ['readTeam', { ...team, minutes: 600, closedAt: at }, (one) => one, ['pk', 'rank', 'perMember']],
  ['listTeamMembers', { personId: ID, name: '邻居' }, page, ['minutes', 'phone', 'joinedAt', 'rank']],
];

test('every read is here', () => {
  const reads = Object.entries<Route>(exchange).filter(([, route]) => !isCommand(route));
  expect(READS.map(([name]) => name).sort()).toEqual(reads.map(([name]) => name).sort());
});

test.each(READS)('%s tells what it shall', (name, item, whole) => expect(takes(name, whole(item))).toBe(true));

test.each(READS.filter(([name]) => name !== 'readSkills'))('%s tells nothing besides', (name, item, whole, secrets) => {
  for (const secret of secrets) expect([secret, takes(name, whole({ ...item, [secret]: 1 }))]).toEqual([secret, false]);
});

test.each([
  ['a skill nobody knows', 'readSkills', { skills: ['flying'] }],
  ['an account with half a sixtieth', 'readAccount', { balance: 0.5, debt: 0, recorded: 0, honorary: 0 }],
  ['an account without its debt', 'readAccount', { balance: 0, recorded: 0, honorary: 0 }],
  ['an entry of a kind nobody knows', 'listEntries', page({ ...entry, kind: 'gift' })],
  ['an entry that stands nowhere', 'listEntries', page({ ...entry, state: 'lost' })],
  ['an instant without a zone', 'listThanks', page({ ...given, at: '2026-11-27T02:00:00.000' })],
  ['an instant without milliseconds', 'listOrders', page({ ...order, at: '2026-11-27T02:00:00Z' })],
  ['a list that is not in pages', 'listTeams', [team]],
  ['a team closed at no instant', 'readTeam', { ...team, closedAt: true }],
  ['a page that goes on nowhere', 'listTeams', { items: [team], next: '' }],
] as const)('no read tells %s', (_, name, output) => expect(takes(name, output)).toBe(false));

test('what is a person’s own is read by nobody for them: no route of it names whose it is', () => {
  const own: Name[] = ['readAccount', 'listEntries', 'readYear', 'listThanks', 'readSkills', 'hideThanks'];
  expect(own.filter((name) => 'personId' in exchange[name].input.shape)).toEqual([]);
});

test.each([...new Set(Object.values<Route>(exchange).flatMap(({ refusals }) => refusals))])(
  '%s says in words what is missing and what to do',
  (code: RefusalCode) => {
    const [status, sentence] = REFUSALS[code];
    expect([400, 404, 409]).toContain(status);
    expect(sentence).toMatch(/^\p{Script=Han}.*。$/u);
    expect(sentence.length).toBeGreaterThan(10);
    expect(sentence.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[a-z]/i);
  },
);
