import { EMPTY, mayAdd, missingOf, picked, planOf } from './model';

it.each([
  [{}, undefined],
  [{ sample: '29' }, /30 到 5000/],
  [{ sample: '许多' }, /30 到 5000/],
  [{ days: '31' }, /7 到 30/],
  [{ questions: [{ dutyItemId: 'a', title: ' ' }] }, /从清单里选/],
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

it('asks by the duty’s own words until somebody words it', () => {
  const duties = [{ itemId: '1.2', title: '公开居务' }];
  expect(picked({ dutyItemId: '', title: '' }, '1.2', duties)).toEqual({ dutyItemId: '1.2', title: '公开居务' });
  expect(picked({ dutyItemId: '', title: '公开得够不够' }, '1.2', duties).title).toBe('公开得够不够');
});
