import { daysTyped, sourceWords } from './model';

test.each([
  ['3', 3],
  [' 60 ', 60],
  ['2', undefined],
  ['61', undefined],
  ['', undefined],
  ['七', undefined],
  ['7.5', undefined],
])('%s typed is %s days', (typed, days) => expect(daysTyped(typed)).toBe(days));

test('what nobody has read in the original says so', () => {
  expect(sourceWords({ source: '自定', verified: false })).toContain('未核对原文');
  expect(sourceWords({ source: '自定', verified: true })).toBe('来源：自定。');
});
