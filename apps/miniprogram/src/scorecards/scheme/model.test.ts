import type { Indicator } from '@gongzhi/shared/scorecards/model';
import {
  nextIndicator,
  sinceWords,
  sortFaults,
  sourcesOf,
  weightOf,
  whyNot,
  withIndicator,
  withSource,
  withoutIndicator,
} from './model';

const one: Indicator = {
  ...{
    indicatorId: 'i1',
    title: '满意',
    source: 'satisfaction.quarter',
    dutyItemId: '1.1',
    weight: 900,
    reason: '居民说了算',
  },
};
const duties = [{ itemId: '1.1', title: '议事', source: '清单', sourceDate: '2025-06-30' }];

test('a new indicator has an id of its own', () => {
  expect(nextIndicator([]).indicatorId).toBe('i1');
  expect(nextIndicator([one, { ...one, indicatorId: 'i3' }]).indicatorId).toBe('i2');
});
test('indicators are added, changed and taken out', () => {
  const two = { ...one, indicatorId: 'i2' };
  expect(withIndicator([one], two)).toEqual([one, two]);
  expect(withIndicator([one, two], { ...one, weight: 5 })).toEqual([{ ...one, weight: 5 }, two]);
  expect(withoutIndicator([one, two], 'i1')).toEqual([two]);
});
test('a service is named with the source of services only', () => {
  const service = withSource(one, 'satisfaction.service');
  expect(service.service).toBe('resolution');
  expect(withSource(service, 'tasks.onTime')).not.toHaveProperty('service');
});
test('a service’s scheme is made of what is of this service alone', () => {
  expect(sourcesOf('wish')).toEqual(['satisfaction.service', 'followUps.onTime']);
  expect(sourcesOf()).toHaveLength(6);
  expect(nextIndicator([], 'wish')).toMatchObject({ source: 'satisfaction.service', service: 'wish' });
  expect(withSource(one, 'satisfaction.service', 'wish').service).toBe('wish');
  expect(sortFaults([{ ...one, weight: 1_000 }], duties, 'wish').of('i1')).toHaveLength(1);
});
test.each([
  ['250', 250],
  [' 0 ', 0],
  ['1001', 1_000],
  ['二百', 0],
  ['-5', 0],
  ['2.5', 0],
  ['', 0],
])('a weight typed as “%s” is %i', (typed, weight) => expect(weightOf(typed)).toBe(weight));
test('faults of the whole stand apart from those of an indicator', () => {
  const faults = sortFaults([{ ...one, reason: '' }], duties);
  expect([faults.any, faults.whole, faults.of('i1')]).toEqual([
    true,
    ['各项权重加起来是 900，要正好是 1000'],
    ['“满意”没有写为什么要考核'],
  ]);
  expect(sortFaults([{ ...one, weight: 1_000 }], duties).any).toBe(false);
});
test('why it cannot be saved, and from when on it will hold', () => {
  expect([whyNot(false, true), whyNot(true, true), whyNot(true, false)]).toEqual([
    '没有改动。',
    '还有地方要改，见上面的提示。',
    undefined,
  ]);
  expect([sinceWords({}), sinceWords({ now: {} }), sinceWords({ now: {}, later: { from: '2027Q1' } })]).toEqual([
    expect.stringMatching(/从这个季度起用/),
    expect.stringMatching(/不能事后改/),
    expect.stringMatching(/2027年第一季度/),
  ]);
});
