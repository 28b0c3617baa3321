import { answerOf } from './answer-of';
import type { Answered } from './platform/port';

const answered = (status: number, body: unknown, id?: string): Answered => ({
  status,
  body,
  header: (name) => (name === 'x-request-id' ? id : undefined),
});

test('a success is its body', () => {
  expect(answerOf(answered(200, { at: 'now' }))).toEqual({ ok: true, value: { at: 'now' } });
});

test('a refusal brings its sentence with its facts filled in', () => {
  expect(answerOf(answered(409, { refused: 'HOUSEHOLD_FULL', facts: { seats: 2 } }))).toEqual({
    ok: false,
    refused: 'HOUSEHOLD_FULL',
    facts: { seats: 2 },
    says: '这一户登记的 2 位成年人都已加入。请联系社区更新住户名册。',
  });
});

test('invalid fields come with the first sentence to show', () => {
  const issues = [
    { path: ['title'], message: '请填写标题' },
    { path: ['grounds'], message: '请填写理由' },
  ];
  expect(answerOf(answered(400, { issues }))).toEqual({ ok: false, invalid: issues, says: '请填写标题' });
});

test.each([
  ['a bare 500', 500, { requestId: 'r1' }, undefined],
  ['a gateway page', 502, '<html>', 'r1'],
  ['nothing at all', 500, null, 'r1'],
  ['a refusal this build does not know', 409, { refused: 'NEW_ONE' }, 'r1'],
])('%s is broken, keeps the request id and says so without a code', (_, status, body, header) => {
  expect(answerOf(answered(status, body, header))).toMatchObject({
    ok: false,
    broken: true,
    requestId: 'r1',
    says: expect.not.stringMatching(/[A-Z]{2}|\d/),
  });
});
