import type { Mine } from '@gongzhi/shared/volunteering/contract-places';
import type { Waiting } from '../../kernel/queue-core';
import { hintOf, isEmpty, nextScan, nowOf, sectionsOf, staleWords, standsOf, wayOf, type Stand } from './model';

const NOW = new Date('2026-11-27T02:00:00.000Z');
const iso = (time: string) => `2026-11-${time}:00.000Z`;
const mine = (shiftId: string, from: string, to: string, more: object = {}) =>
  ({
    ...{ shiftId, activityId: 'a', personId: 'me', place: 'taken' },
    shift: { shiftId, startsAt: iso(from), endsAt: iso(to) },
    ...more,
  }) as unknown as Mine;
const stand = (...given: Parameters<typeof mine>): Stand => ({ unsent: [], ...mine(...given) });
const scan = (shiftId: string, end: string, more: object = {}) =>
  ({
    ...{ key: end, owner: 'me', what: '签到', state: 'waiting' },
    route: `POST /volunteering/{communityId}/activities/{activityId}/shifts/{shiftId}${end}`,
    input: { shiftId, later: { scannedAt: iso('27T01:50') } },
    ...more,
  }) as Waiting;

test('what can be scanned now is what the rule lets one scan', () => {
  expect(wayOf(mine('s', '27T02:30', '27T04:00'), NOW)).toBe('in');
  expect(wayOf(mine('s', '27T02:31', '27T04:00'), NOW)).toBeUndefined();
  expect(wayOf(mine('s', '27T01:00', '27T04:00', { inAt: iso('27T01:00') }), NOW)).toBe('out');
  expect(wayOf(mine('s', '27T01:00', '27T04:00', { place: 'waiting' }), NOW)).toBeUndefined();
  expect(wayOf(mine('s', '27T01:00', '27T04:00', { consent: 'asked' }), NOW)).toBeUndefined();
});

test('a scan that waits on the phone counts here as done, so that nobody scans twice for want of a network', () => {
  const list = [mine('s', '27T01:00', '27T04:00'), mine('t', '27T01:00', '27T04:00')];
  const [first, second] = standsOf({ items: list }, [scan('s', '/arrivals')], 'me');
  expect(first).toMatchObject({ inAt: iso('27T01:50'), late: true, unsent: ['in'] });
  expect([wayOf(first!, NOW), second?.unsent, wayOf(second!, NOW)]).toEqual(['out', [], 'in']);
  const [both] = standsOf({ items: list }, [scan('s', '/arrivals'), scan('s', '/departures')], 'me');
  expect([both?.unsent, wayOf(both!, NOW)]).toEqual([['in', 'out'], undefined]);
});

test.each([
  ['sent already', scan('s', '/arrivals', { state: 'sent' })],
  ['refused', scan('s', '/arrivals', { state: 'refused' })],
  ["somebody else's", scan('s', '/arrivals', { owner: 'another' })],
  ['of another act', scan('s', '/withdrawal')],
])('a scan that is %s is laid over nothing', (_, item) => {
  expect(standsOf({ items: [mine('s', '27T01:00', '27T04:00')] }, [item], 'me')[0]?.unsent).toEqual([]);
});

test('shifts stand by when they matter; what is settled, called off or given back is not there', () => {
  const list = [
    stand('later', '29T01:00', '29T03:00'),
    stand('tomorrow', '28T01:00', '28T03:00'),
    stand('on', '27T01:00', '27T03:00'),
    stand('leaving', '26T23:00', '27T01:00', { inAt: iso('26T23:00') }),
    stand('open', '25T01:00', '25T03:00', { inAt: iso('25T01:00') }),
    stand('missed', '25T01:00', '25T03:00'),
    stand('settled', '25T01:00', '25T03:00', { inAt: iso('25T01:00'), service: {} }),
    stand('gone', '27T01:00', '27T03:00', { place: 'withdrawn' }),
  ];
  const { today, later, open } = sectionsOf(list, NOW);
  expect([today, later, open].map((part) => part.map(({ shiftId }) => shiftId))).toEqual([
    ['leaving', 'on', 'tomorrow'],
    ['later'],
    ['open'],
  ]);
});

test('leaving one shift comes before arriving at the next', () => {
  const next = stand('next', '27T02:00', '27T03:00');
  const leaving = stand('leaving', '27T00:00', '27T02:00', { inAt: iso('27T00:00') });
  const scans = (list: Stand[]) => nextScan(sectionsOf(list, NOW), NOW);
  expect(scans([next, leaving])).toMatchObject({ way: 'out', stand: { shiftId: 'leaving' } });
  expect(scans([next])).toMatchObject({ way: 'in' });
  expect(scans([stand('far', '28T01:00', '28T02:00')])).toBeUndefined();
});

test.each<[string, object, RegExp]>([
  ['28T01:00', {}, /^11月28日（周六）上午8点30分起可以签到/],
  ['27T01:00', {}, /^现在可以签到/],
  ['27T01:00', { place: 'waiting' }, /候补/],
  ['27T01:00', { consent: 'asked' }, /大人同意/],
  ['27T01:00', { inAt: iso('27T01:02') }, /^上午9点02分签到。.*最晚中午12点/],
  ['27T01:00', { inAt: iso('27T01:02'), outAt: iso('27T01:40') }, /等组织者确认/],
  ['27T01:00', { unsent: ['in'] }, /联网后自动发送/],
])('a shift at %s with %j says what to do', (from, more, words) => {
  expect(hintOf(stand('s', from, from.replace(':00', '').replace('01', '03') + ':00', more), NOW)).toMatch(words);
});

test('before anything was heard there is nothing, and the phone is believed', () => {
  expect(isEmpty(sectionsOf(standsOf(undefined, [], 'me'), NOW))).toBe(true);
  expect([nowOf(undefined, 5).getTime(), nowOf({ ahead: 7 }, 5).getTime()]).toEqual([5, 12]);
  expect(staleWords(iso('27T01:00'))).toContain('11月27日（周五）上午9点');
});
