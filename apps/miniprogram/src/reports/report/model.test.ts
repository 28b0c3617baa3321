import { canAgree, canObject, linesTyped, whySend } from './model';

const line = (n: number) => ({
  n,
  day: '2026-09-05',
  kind: 'elderly',
  minutes: 60,
  grade: 'scanned' as const,
  confirmed: false,
});
const facts = { lines: [line(1), line(3)], centralLines: [line(2)] } as never;
const NOW = new Date('2027-01-05T00:00:00.000Z');
const until = '2027-01-11T16:00:00.000Z';

test.each([
  ['2', [2]],
  ['3、1', [1, 3]],
  ['第1条，第3条', [1, 3]],
  ['1 1', [1]],
  ['4', undefined],
  ['1、9', undefined],
  ['', undefined],
  ['没有', undefined],
])('%s typed is %o', (typed, numbers) => expect(linesTyped(typed, { facts })).toEqual(numbers));

test.each([
  ['prepared', true, true],
  ['seen', true, true],
  ['objected', false, false],
  ['kept', true, false],
  ['agreed', false, false],
  ['sent', false, false],
  ['stopped', false, false],
] as const)('in %s the member may agree: %s, object: %s', (state, agree, object) => {
  expect([canAgree({ state }), canObject({ state, objectUntil: until }, NOW)]).toEqual([agree, object]);
  expect(canObject({ state, objectUntil: until }, new Date(until))).toBe(false);
});

test('what keeps a report from being sent is said, and nothing when it may go', () => {
  const seen = { state: 'seen' as const, objectUntil: until, hasUnit: true };
  expect(whySend({ ...seen, hasUnit: false }, NOW)).toContain('没有填写单位');
  expect(whySend({ ...seen, state: 'prepared' }, NOW)).toContain('看过');
  expect(whySend(seen, NOW)).toContain('1月11日（周一）以前');
  expect(whySend(seen, new Date(until))).toBeUndefined();
  expect(whySend({ ...seen, state: 'agreed' }, NOW)).toBeUndefined();
});
