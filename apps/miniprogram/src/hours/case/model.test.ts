import { ANSWERS, hinderedBy } from './model';

test('who may not answer is told why; others see the answers', () => {
  const one = { state: 'open' as const, volunteerId: 'v', raisedById: 'w' };
  expect(hinderedBy(one, 'x')).toBeUndefined();
  expect(hinderedBy(one, 'v')).toContain('自己的时长');
  expect(hinderedBy(one, 'w')).toContain('另一个人');
  expect(hinderedBy({ ...one, state: 'accepted' }, 'x')).toContain('已经答复');
});

test('each kind has one yes and one no', () => {
  for (const answers of Object.values(ANSWERS))
    expect(answers.map(({ verdict }) => verdict)).toEqual(['accept', 'decline']);
});
