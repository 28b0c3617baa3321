import { daysTyped, sourceWords, ruleRows } from './model';

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

test('the rule is read in lines, each with where it comes from', () => {
  const rows = ruleRows({ every: 'quarter', objectionDays: 7, unitSide: true });
  expect(rows.map(({ label, value }) => `${label}：${value}`)).toEqual([
    ...['多久做一次报告：每季度', '看后可以提异议：7 天内', '评议请不请单位：请单位写'],
  ]);
  for (const { source } of rows) expect(source).toMatch(/^来源：.+。$/);
});
