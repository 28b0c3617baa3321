import { draftOf, faultOf, ruleOf } from './model';

test.each([
  ['0', true],
  ['1000', true],
  ['1001', false],
  ['-1', false],
  ['1.5', false],
  ['', false],
])('%p points an hour', (typed, fine) => expect(faultOf(typed) === undefined).toBe(fine));

test('a change begins with what holds, from tomorrow on', () => {
  const rule = { perRecordedHour: 12, perHonoraryHour: 3, from: '2026-01-01', shownAs: 'time' } as const;
  expect(ruleOf(draftOf(rule, '2026-11-28'))).toEqual({ ...rule, from: '2026-11-28' });
  expect(ruleOf(draftOf(undefined, '2026-11-28'))).toMatchObject({ perRecordedHour: 10, perHonoraryHour: 0 });
});
