import type { Member } from '@gongzhi/shared/calls/contract';
import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import { canCap, canConfirm, memberRow, offeredTimes, placeWords, stepOf, usualWay } from './model';

const shift: Shift = {
  ...{ shiftId: 'k', activityId: 'k', startsAt: '2026-11-27T10:00:00.000Z', endsAt: '2026-11-27T12:00:00.000Z' },
  ...{ slots: 5, taken: 1, waiting: 0 },
};
const at = (time: string) => new Date(`2026-11-27T${time}:00.000Z`);
const iso = (time: string) => at(time).toISOString();
const one = (more: object = {}) =>
  ({
    shiftId: 'k',
    activityId: 'k',
    personId: 'p',
    name: '王',
    place: 'taken',
    at: iso('09:00'),
    ...more,
  }) as Attendance;

test.each([
  ['09:59', 'published', 'cancel'],
  ['10:00', 'published', undefined],
  ['10:01', 'published', 'end'],
  ['12:00', 'published', undefined],
  ['09:00', 'cancelled', undefined],
] as const)('at %s a %s call may be: %s', (time, status, want) =>
  expect(stepOf({ status, shift }, at(time))).toBe(want),
);
test('who comes is shown by what was seen of them', () => {
  const inAt = iso('10:00');
  expect(placeWords(one())).toBe('还没到');
  expect(placeWords(one({ inAt }))).toBe('晚上6点 已签到');
  expect(placeWords(one({ inAt, outAt: iso('11:00') }))).toBe('晚上7点 已签退');
  expect(placeWords(one({ inAt, outAt: iso('11:00'), late: true }))).toBe('等您确认');
  expect(placeWords(one({ inAt, service: { minutes: 90 } }))).toBe('已记 1小时30分');
});
test('who was asked is shown by what they said, where they live and what they can do', () => {
  const member = { name: '李敏', building: '3号楼', skills: ['medical'], answer: 'asked' } as unknown as Member;
  expect(memberRow(member)).toEqual({ label: '李敏', value: '没回复 · 3号楼 · 医护' });
  expect(memberRow({ ...member, skills: [], answer: 'coming' }).value).toBe('能来 · 3号楼');
});
test('what only whoever called can settle: a forgotten leaving, or times nobody scanned, once it is over', () => {
  const forgot = one({ inAt: iso('10:30') });
  expect([canCap(forgot, shift, at('11:59')), canCap(forgot, shift, at('12:00'))]).toEqual([false, true]);
  expect([canConfirm(one(), shift, at('11:00')), canConfirm(one(), shift, at('12:00'))]).toEqual([false, true]);
  expect(canConfirm(one({ service: { minutes: 1 } }), shift, at('12:00'))).toBe(false);
  expect(offeredTimes(forgot, shift)).toEqual({ from: iso('10:30'), to: shift.endsAt });
  expect(offeredTimes(one({ inAt: iso('12:00') }), shift)).toEqual({ from: shift.startsAt, to: shift.endsAt });
  expect([usualWay(shift, at('10:59')), usualWay(shift, at('11:00'))]).toEqual(['in', 'out']);
});
