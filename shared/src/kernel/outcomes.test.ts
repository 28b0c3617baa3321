import { COUNTED, OUTCOMES, OUTCOME_NAMES, countsOf, letterOf, nothingYet, outcomeOf, withOutcomes } from './outcomes';

test('each outcome has a letter of its own and words', () => {
  expect(OUTCOME_NAMES.map(letterOf).map(outcomeOf)).toEqual(OUTCOME_NAMES);
  expect(new Set(OUTCOME_NAMES.map(letterOf)).size).toBe(OUTCOME_NAMES.length);
  for (const words of Object.values(OUTCOMES)) expect(words).toMatch(/^\p{Script=Han}{4,10}$/u);
  expect(() => outcomeOf('?')).toThrow();
});

test('outcomes are set at their places and counted', () => {
  const letters = withOutcomes(
    nothingYet(5),
    new Map([
      [0, 'delivered'],
      [3, 'delivered'],
      [4, 'unclear'],
    ]),
  );
  expect(letters).toBe('d..du');
  expect(countsOf(letters)).toEqual({ ...countsOf(''), delivered: 2, unclear: 1 });
  expect(Object.keys(countsOf(''))).toEqual(COUNTED);
});
