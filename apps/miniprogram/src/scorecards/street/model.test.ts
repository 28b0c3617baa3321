import type { CardHead } from '@gongzhi/shared/scorecards/model';
import { apartWords, byName, chosenWords, lastQuarters, missing } from './model';

const places = [
  { communityId: '330102004053', name: '知足弄社区' },
  { communityId: '330102004052', name: '小营巷社区' },
];
const card = (communityId: string, num: number, quarter = '2026Q4'): CardHead => ({
  ...{ communityId, quarter, schemeVersion: 1, madeAt: '2027-02-01T02:00:00.000Z' },
  weights: [{ indicatorId: 'i1', weight: 1_000 }],
  inputs: [
    {
      indicatorId: 'i1',
      shown: true,
      num,
      den: 100,
      low: num * 100 - 300,
      high: num * 100 + 300,
      base: 900,
      group: 'g',
    },
  ],
  total: { from: num * 100, to: num * 100, low: num * 100 - 300, high: num * 100 + 300 },
});
const A = '330102004052';
const B = '330102004053';

test.each([
  ['2027-01-30T15:59:59.999Z', '2026Q3'],
  ['2027-01-30T16:00:00.000Z', '2026Q4'],
  ['2027-04-01T02:00:00.000Z', '2026Q4'],
])('at %s the latest quarter is %s', (now, latest) => expect(lastQuarters(new Date(now))[0]).toBe(latest));
test('four quarters, the latest first', () =>
  expect(lastQuarters(new Date('2027-02-01T02:00:00.000Z'))).toEqual(['2026Q4', '2026Q3', '2026Q2', '2026Q1']));

test('communities stand by their names, whatever their figures', () => {
  const cards = [card(B, 90), card(A, 50), card(A, 60, '2027Q1')];
  expect(byName(places, cards).map(({ name, cards: own }) => [name, own.map(({ quarter }) => quarter)])).toEqual([
    ['小营巷社区', ['2027Q1', '2026Q4']],
    ['知足弄社区', ['2026Q4']],
  ]);
});
test('what differs by more than chance is said in pairs, and nothing else is compared', () => {
  expect(apartWords(places, [card(A, 50), card(B, 90)])).toEqual([
    '知足弄社区高于小营巷社区，差别超过误差。',
    '其余的分不出高低。',
  ]);
  expect(apartWords(places, [card(A, 80), card(B, 81)])).toEqual(['各社区的差别都在误差以内，分不出高低。']);
  expect(apartWords(places, [card(A, 80)])).toEqual(['有两个以上社区的记分卡，才谈得上比较。']);
});
test('what is missing is known', () => {
  expect(missing(places, [card(A, 80)]).map(({ communityId }) => communityId)).toEqual([B]);
  expect(chosenWords('2026Q4')).toEqual({ value: '2026Q4', label: '2026年第四季度' });
});
