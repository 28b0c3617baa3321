import { grouped, stepOf } from './model';

test('first leave is asked, then somebody waits, then the resident chooses', () => {
  const steps = [undefined, 'asked', 'confirmed', 'cast'] as const;
  expect(steps.map((state) => stepOf(state && { state }))).toEqual(['ask', 'wait', 'choose', 'cast']);
});

test('a code is read in fours', () => {
  expect(grouped('7K2M9QXD')).toBe('7K2M 9QXD');
  expect(grouped('')).toBe('');
});
