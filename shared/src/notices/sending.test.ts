import { SENDING, backoffMs, nextDay, verdictOf, verdictOfFailure } from './sending';

test.each([
  [{ ok: true }, { is: 'delivered' }],
  [{ ok: false, code: 'NOT_SUBSCRIBED' }, { is: 'notSubscribed' }],
  [{ ok: false, code: 'BANNED' }, { is: 'refused' }],
  [{ ok: false, code: 'OPENID_WRONG' }, { is: 'refused' }],
  [{ ok: false, code: 'OVERLAP' }, { is: 'later' }],
  [
    { ok: false, code: 'SENSITIVE_WORD' },
    { is: 'stop', why: 'words' },
  ],
  [
    { ok: false, code: 'FIELD_RULE', field: 'thing1' },
    { is: 'stop', why: 'field', field: 'thing1' },
  ],
  [
    { ok: false, code: 'FIELD_RULE' },
    { is: 'stop', why: 'field' },
  ],
  [{ ok: false, code: 'SOMETHING_NEW' }, { is: 'unclear' }],
])('the answer %j means %j', (answer, verdict) => expect(verdictOf(answer)).toEqual(verdict));

test.each([
  ['an answer too late', { sending: true, reason: 'timeout' }, { is: 'unclear' }],
  ['a broken line', { sending: true, reason: 'network' }, { is: 'unclear' }],
  ['a 502', { sending: true, reason: 'status' }, { is: 'unclear' }],
  ['an answer nobody understands', { sending: true, reason: 'shape' }, { is: 'unclear' }],
  ['a request that never left', { sending: true, reason: 'unsent' }, { is: 'later' }],
  ['a token that did not come', { sending: false, reason: 'timeout' }, { is: 'later' }],
  ['a token another function fetches', { sending: false, reason: 'lease' }, { is: 'later' }],
  ['a busy system', { sending: true, reason: 'errcode', errcode: -1 }, { is: 'later' }],
  ['too many a minute', { sending: true, reason: 'errcode', errcode: 45011 }, { is: 'later' }],
  ['a token that is stale twice', { sending: true, reason: 'errcode', errcode: 42001 }, { is: 'later' }],
  ['the day’s quota', { sending: true, reason: 'errcode', errcode: 45009 }, { is: 'tomorrow' }],
  ['the quota of tokens', { sending: false, reason: 'errcode', errcode: 45009 }, { is: 'tomorrow' }],
  ['a template nobody has', { sending: true, reason: 'errcode', errcode: 40037 }, { is: 'held', errcode: 40037 }],
  [
    'a page that is not published',
    { sending: true, reason: 'errcode', errcode: 41030 },
    { is: 'held', errcode: 41030 },
  ],
  ['an address not on the list', { sending: false, reason: 'errcode', errcode: 40164 }, { is: 'held', errcode: 40164 }],
])('%s', (_, failed, verdict) => expect(verdictOfFailure(failed)).toEqual(verdict));

test.each([
  ['2026-11-23T15:59:00.000Z', '2026-11-23T16:05:00.000Z'],
  ['2026-11-23T16:00:00.000Z', '2026-11-24T16:05:00.000Z'],
])('the quota of %s is new at %s', (now, then) => expect(nextDay(new Date(now)).toISOString()).toBe(then));

test('what is interrupted again and again is tried less often, and never more than a quarter of an hour apart', () => {
  expect([0, 1, 2, 3, 4, 50].map((fails) => backoffMs(fails) / 60_000)).toEqual([1, 2, 4, 8, 15, 15]);
  expect(SENDING.leaseMs).toBeGreaterThan(60_000);
});
