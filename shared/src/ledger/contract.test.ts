import { LedgerEvent, Via, ledger } from './contract';

const event = {
  id: '01ARYZ6S410000000000000000',
  type: 'councils.proposal-filed',
  subject: '01ARYZ6S410000000000000001',
  at: '2026-11-23T08:00:00.000Z',
  via: 'app',
  mine: false,
  data: { threshold: 10, proposalId: '01ARYZ6S410000000000000001', opened: true },
};
const accepts = (more: object) => LedgerEvent.safeParse({ ...event, ...more }).success;

test('an event is read as it was written', () => expect(LedgerEvent.parse(event)).toEqual(event));

test.each([
  ['who did it', { actor: '01ARYZ6S410000000000000002' }],
  ['on whose behalf', { behalf: '01ARYZ6S410000000000000002' }],
  ['the request hash', { hash: 'x' }],
  ['the stored answer', { answer: {} }],
  ['a table key', { pk: 'x' }],
])('a history has no place for %s', (_, more) => expect(accepts(more)).toBe(false));

test.each([
  ['a nested object', { data: { a: {} } }],
  ['a fraction', { data: { hours: 1.5 } }],
  ['null', { data: { a: null } }],
])('data holds no %s', (_, more) => expect(accepts(more)).toBe(false));

test('an act came in by one of five ways', () => {
  expect(Via.options).toEqual(['app', 'staff', 'import', 'afterwards', 'system']);
  expect(accepts({ via: 'phone' })).toBe(false);
});

test.each([
  ['a community and a subject', {}, true],
  ['with a cursor', { cursor: 'abc' }, true],
  ['with an empty cursor', { cursor: '' }, false],
  ['of a street', { communityId: '110101001' }, false],
  ['of a subject that is no id', { subjectId: '../secret' }, false],
])('a history is asked for by %s: %p', (_, more, fine) => {
  expect(
    ledger.readHistory.input.safeParse({ communityId: '110101001001', subjectId: event.subject, ...more }).success,
  ).toBe(fine);
});
