import { REFUSALS, isRefusal, refuse, says } from './refusals';

test('a refusal names its facts in the sentence', () => {
  expect(says(refuse('HOUSEHOLD_FULL', { seats: 2 }))).toBe(
    '这一户登记的 2 位成年人都已加入。请联系社区更新住户名册。',
  );
});

test.each(Object.entries(REFUSALS))('%s has a client status and a whole Chinese sentence', (_, [status, sentence]) => {
  expect([400, 401, 403, 404, 409, 422, 429, 503]).toContain(status);
  expect(sentence).toMatch(/^[\u4e00-\u9fff“].*[。？]$/u);
});

test('only known codes are refusals', () => {
  expect(isRefusal({ refused: 'CLOSED' })).toBe(true);
  expect([{ refused: 'NOPE' }, null, 'CLOSED', {}].map(isRefusal)).toEqual([false, false, false, false]);
});
