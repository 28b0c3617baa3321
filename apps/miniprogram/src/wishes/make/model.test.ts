import { budgetHint, byField, emptyDraft, missingOf, wishOf } from './model';

const draft = { ...emptyDraft(), title: '修水龙头', about: '滴水', callName: '王阿姨', building: '3号楼' };

test.each([
  ['', 0],
  ['35', 3_500],
  [' 12.5 ', 1_250],
  ['0.07', 7],
  ['三十', Number.NaN],
  ['-5', Number.NaN],
])('%j yuan are %d fen', (yuan, budget) => expect(wishOf({ ...draft, yuan }).budget).toBe(budget));

test('what was left empty is not sent', () => {
  expect(wishOf({ ...draft, building: ' ', door: '' })).toEqual({
    ...{ title: '修水龙头', about: '滴水', what: 'help', level: 'building', callName: '王阿姨', budget: 0 },
  });
  expect(wishOf({ ...draft, door: '3-201', behalf: true })).toMatchObject({ door: '3-201', behalf: true });
});

test.each([
  [{}, undefined],
  [{ title: ' ' }, '心愿'],
  [{ about: '' }, '说明'],
  [{ yuan: '三十' }, '数字'],
  [{ callName: '' }, '称呼'],
  [{ building: '' }, '楼栋'],
  [{ building: '', level: 'hidden' as const }, undefined],
])('with %j what is missing is said', (part, words) => {
  const missing = missingOf({ ...draft, ...part });
  if (words === undefined) expect(missing).toBeUndefined();
  else expect(missing).toContain(words);
});

test('each field has its first fault', () => {
  const issues = [
    { path: ['title'], message: '第一' },
    { path: ['title'], message: '第二' },
    { path: [], message: '整个' },
  ];
  expect(byField(issues)).toEqual({ title: '第一', '': '整个' });
});

test('the hint says what the rule lets a wish cost', () => {
  expect([budgetHint(undefined), budgetHint({ budgetFen: 5_000 })]).toEqual([
    '不花钱就不用填',
    '不花钱就不用填，最多 50 元',
  ]);
});
