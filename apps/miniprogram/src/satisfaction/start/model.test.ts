import { EMPTY, mayAdd, missingOf, planOf } from './model';

it.each([
  [{}, undefined],
  [{ sample: '29' }, /30 到 5000/],
  [{ sample: '许多' }, /30 到 5000/],
  [{ days: '31' }, /7 到 30/],
  [{ questions: [{ dutyItemId: 'a', title: ' ' }] }, /编号/],
])('%j', (more, words) => {
  const missing = missingOf({ ...EMPTY, ...more });
  if (words) expect(missing).toMatch(words);
  else expect(missing).toBeUndefined();
});

it('sends whole numbers and trimmed words', () => {
  const draft = { sample: ' 60', days: '14', questions: [{ dutyItemId: ' hj-03 ', title: ' 卫生 ' }] };
  expect(planOf(draft)).toEqual({ sample: 60, days: 14, questions: [{ dutyItemId: 'hj-03', title: '卫生' }] });
  expect(mayAdd(draft)).toBe(true);
  expect(mayAdd({ ...draft, questions: Array(5).fill(draft.questions[0]) })).toBe(false);
});
