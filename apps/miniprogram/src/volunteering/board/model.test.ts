import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { ownCode } from '@gongzhi/shared/kernel/service/pass';
import type { Waiting } from '../../kernel/queue-core';
import {
  cameOf,
  canCap,
  codeFault,
  confirmFault,
  factsOf,
  groupsOf,
  hereOf,
  instantIn,
  offeredTimes,
  rowOf,
  settledWords,
  usualWay,
  wallClock,
  type Here,
} from './model';

const iso = (time: string) => `2026-11-${time}:00.000Z`;
const SHIFT = '01KATQ8M3N5P7R9S1T2V4W6X8Y';
const ME = '01KATQ8M3N5P7R9S1T2V4W6X8Z';
const shift = { shiftId: SHIFT, startsAt: iso('27T01:00'), endsAt: iso('27T03:00') } as Shift;
const NOW = new Date(iso('27T02:30'));
const AFTER = new Date(iso('27T03:30'));
const one = (personId: string, more: object = {}): Here =>
  ({ personId, shiftId: SHIFT, name: personId, place: 'taken', unsent: [], ...more }) as unknown as Here;
const IN = { inAt: iso('27T01:05'), inVia: 'code' };
const OUT = { outAt: iso('27T02:50'), outVia: 'scan' };
const service = { minutes: 105, grade: 'scanned' };
const groupNames = (person: Here, now: Date) =>
  Object.entries(groupsOf([person], shift, now)).flatMap(([name, people]) => (people.length > 0 ? [name] : []));

test.each<[string, object, Date, string[]]>([
  ['signed up', {}, NOW, ['coming']],
  ['on the waiting list', { place: 'waiting' }, NOW, ['waiting']],
  ['here', IN, NOW, ['here']],
  ['scanned and not sent', { unsent: ['in'] }, NOW, ['here']],
  ['left', { ...IN, ...OUT }, NOW, ['done']],
  ['leaving not sent', { ...IN, unsent: ['out'] }, NOW, ['done']],
  ['forgot to check out', IN, AFTER, ['open']],
  ['sent later', { ...IN, ...OUT, late: true }, NOW, ['open']],
  ['settled', { ...IN, service }, AFTER, ['done']],
  ['never came', {}, AFTER, ['coming']],
  ['given back', { place: 'withdrawn' }, NOW, []],
])('somebody who is %s stands where the organiser looks', (_, more, now, names) => {
  expect(groupNames(one('a', more), now)).toEqual(names);
});

test('those who came are counted of those who have a place, scans not yet sent among them', () => {
  const people = [one('a', IN), one('b', { unsent: ['in'] }), one('c'), one('d', { place: 'waiting' })];
  expect(cameOf(people)).toEqual({ base: 3, done: 2 });
});

test('a scan that waits on this phone stands beside its person; of another shift or phone it does not', () => {
  const code = ownCode('ab'.repeat(32), { shiftId: SHIFT, personId: ME }, NOW);
  const waiting = (more: object = {}, input: object = {}) =>
    ({
      ...{ key: 'k', owner: 'lead', what: '', state: 'waiting', route: 'POST /volunteering/x/scans' },
      input: { shiftId: SHIFT, way: 'in', code, ...input },
      ...more,
    }) as Waiting;
  const unsent = (item: Waiting) => hereOf([one(ME) as Attendance], [item], 'lead')[0]?.unsent;
  expect(unsent(waiting())).toEqual(['in']);
  const others = [
    waiting({ owner: 'another' }),
    waiting({ state: 'sent' }),
    waiting({}, { shiftId: ME }),
    waiting({}, { code: 'x' }),
  ];
  expect(others.map(unsent)).toEqual([[], [], [], []]);
  expect(hereOf([], [waiting()], 'lead')).toEqual([]);
});

test('a code that is none, or of another shift, is said before anything is sent', () => {
  const code = (shiftId: string) => ownCode('ab'.repeat(32), { shiftId, personId: ME }, NOW);
  expect(codeFault('https://example.org', shift)).toContain('不是志愿者的服务码');
  expect(codeFault(code(ME), shift)).toContain('另一个班次');
  expect(codeFault(code(SHIFT), shift)).toBeUndefined();
});

test('until the middle of a shift a scan is an arrival, then a departure', () => {
  const at = (time: string) => usualWay(shift, new Date(iso(time)));
  expect([at('27T01:59'), at('27T02:00')]).toEqual(['in', 'out']);
});

test('what is known of somebody is told in lines', () => {
  expect(factsOf(one('a'))).toEqual(['还没有签到']);
  expect(factsOf(one('a', { ...IN, ...OUT, band: 'here', late: true, walkIn: true, service }))).toEqual([
    '现场登记',
    '上午9点05分签到（扫码）',
    '手机在服务地点',
    '上午10点50分签退（组织者扫码）',
    '扫码时没有网络，后来补传',
    '记 1小时45分：扫码签到签退',
  ]);
  expect([rowOf(one('a')).value, rowOf(one('a', { unsent: ['in'] })).value]).toEqual(['已报名', '已扫码，待发送']);
});

test('a time of day is an instant within the shift, also past midnight', () => {
  const night = { startsAt: iso('27T14:00') };
  expect(instantIn(night, '23:30')).toBe(iso('27T15:30'));
  expect(instantIn(night, '01:30')).toBe(iso('27T17:30'));
  expect(instantIn({ startsAt: iso('27T17:00') }, '02:00')).toBe(iso('27T18:00'));
  for (const time of ['00:00', '09:05', '23:59']) expect(wallClock(instantIn(shift, time))).toBe(time);
});

test('the times offered are those scanned, within the shift; without scans the shift itself', () => {
  expect(offeredTimes({}, shift)).toEqual({ from: shift.startsAt, to: shift.endsAt });
  expect(offeredTimes({ inAt: iso('27T00:40'), outAt: iso('27T02:50') }, shift)).toEqual({
    from: shift.startsAt,
    to: iso('27T02:50'),
  });
  expect(offeredTimes({ inAt: iso('27T00:40'), outAt: iso('27T00:50') }, shift)).toEqual({
    from: shift.startsAt,
    to: shift.endsAt,
  });
});

test("what may be settled is the handler's own rule", () => {
  expect([canCap(one('a', IN), shift, NOW), canCap(one('a', IN), shift, AFTER)]).toEqual([false, true]);
  const times = { from: shift.startsAt, to: shift.endsAt };
  expect(confirmFault(one('a'), shift, times, NOW)?.refused).toBe('NOT_OVER_YET');
  expect(confirmFault(one('a'), shift, times, AFTER)).toBeUndefined();
  expect(settledWords(3, 3)).toBe('3 人已结算。');
  expect(settledWords(1, 3)).toContain('3 人中 1 人');
});
