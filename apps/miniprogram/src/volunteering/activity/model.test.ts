import type { Whole } from '@gongzhi/shared/volunteering/contract-activities';
import type { Shift } from '@gongzhi/shared/kernel/service/model';
import {
  ageWords,
  canWithdraw,
  coverWords,
  firstOffer,
  offersOf,
  onSpotOf,
  optionOf,
  shiftsBy,
  signedUpWords,
  spotWords,
} from './model';

const NOW = new Date('2026-11-27T02:00:00.000Z');
const shift = (shiftId: string, from: string, to: string, more: object = {}) =>
  ({ shiftId, startsAt: `${from}:00.000Z`, endsAt: `${to}:00.000Z`, slots: 2, taken: 0, waiting: 0, ...more }) as Shift;
const past = shift('past', '2026-11-26T01:00', '2026-11-26T03:00');
const on = shift('on', '2026-11-27T01:00', '2026-11-27T03:00');
const soon = shift('soon', '2026-11-27T02:20', '2026-11-27T04:00', { taken: 2 });
const later = shift('later', '2026-11-28T02:00', '2026-11-28T04:00');
const off = shift('off', '2026-11-29T02:00', '2026-11-29T04:00', { cancelled: '下雨' });
const whole = {
  status: 'published',
  minors: false,
  risky: true,
  shifts: [off, later, soon, on, past],
} as unknown as Whole;
const ids = (shifts: readonly Shift[]) => shifts.map(({ shiftId }) => shiftId);

test('shifts stand in their order, those that are over apart', () => {
  const { ahead, past: over } = shiftsBy(whole, NOW);
  expect([ids(ahead), ids(over)]).toEqual([['on', 'soon', 'later', 'off'], ['past']]);
});

test('what is offered is what the rule lets one sign up for: not begun, not called off, not yet mine', () => {
  expect(ids(offersOf(whole, [], NOW))).toEqual(['soon', 'later']);
  expect(ids(offersOf(whole, [{ shiftId: 'soon', place: 'waiting' }], NOW))).toEqual(['later']);
  expect(ids(offersOf(whole, [{ shiftId: 'soon', place: 'withdrawn' }], NOW))).toEqual(['soon', 'later']);
  expect(offersOf({ ...whole, status: 'proposed' }, [], NOW)).toEqual([]);
});

test('on the spot one registers for the shift that is on, while it has a place', () => {
  expect(onSpotOf(whole, [], NOW)?.shiftId).toBe('on');
  expect(onSpotOf(whole, [{ shiftId: 'on', place: 'taken' }], NOW)).toBeUndefined();
  expect(onSpotOf({ ...whole, shifts: [{ ...on, taken: 2 }] }, [], NOW)).toBeUndefined();
  expect(onSpotOf({ ...whole, shifts: [{ ...soon, taken: 1 }] }, [], NOW)).toBeUndefined();
  expect(onSpotOf({ ...whole, shifts: [later] }, [], NOW)).toBeUndefined();
});

test('the shift that the list led here by is chosen, else the soonest with a place', () => {
  expect(firstOffer([soon, later], 'soon')?.shiftId).toBe('soon');
  expect(firstOffer([soon, later], undefined)?.shiftId).toBe('later');
  expect(firstOffer([soon], 'gone')?.shiftId).toBe('soon');
  expect(firstOffer([], 'gone')).toBeUndefined();
  expect(optionOf(later, NOW)).toEqual({
    value: 'later',
    label: '明天 11月28日（周六）上午10点到中午12点',
    note: '要 2 人，已报名 0 人，还差 2 人',
  });
});

test('one withdraws until one has checked in', () => {
  expect(canWithdraw(later, [{ shiftId: 'later', place: 'waiting' }], NOW)).toBe(true);
  expect(canWithdraw(on, [{ shiftId: 'on', place: 'taken', inAt: on.startsAt }], NOW)).toBe(false);
  expect(canWithdraw(later, [], NOW)).toBe(false);
});

test.each([
  ['taken', false, /到时在“我的服务”里签到/],
  ['taken', true, /大人.*同意后才能签到/],
  ['waiting', true, /候补/],
] as const)('after signing up (%s, minor: %s) the next step is said', (place, minor, words) => {
  expect(signedUpWords(place, minor)).toMatch(words);
});

test('age and insurance are told before anybody signs up', () => {
  expect([ageWords({ minors: true }), ageWords({ minors: false })].map((words) => words.slice(0, 2))).toEqual([
    '未满',
    '年满',
  ]);
  expect(coverWords({ risky: true, insured: true })).toContain('已为志愿者');
  expect(coverWords({ risky: true, insured: false })).toContain('才会发布');
  expect(coverWords({ risky: false, insured: false })).toContain('没有单独');
});

test.each([
  [false, { ok: true }, /并签到/],
  [false, { ok: false, says: '还没到签到时间。' }, /还没有签到：还没到签到时间/],
  [true, undefined, /大人/],
] as const)('registered on the spot (minor: %s, check-in %j)', (minor, checked, words) => {
  expect(spotWords(minor, checked)).toMatch(words);
});
