import type { Attendance, Shift } from '@gongzhi/shared/kernel/service/model';
import type { Status } from './model';
import * as rules from './rules';

const at = (clock: string) => new Date(`2026-11-27T${clock}:00.000Z`);
const SHIFT: Shift = {
  ...{ shiftId: '01JD0000000000000000SHFT01', activityId: '01JD0000000000000000ACTV01' },
  ...{ startsAt: at('10:00').toISOString(), endsAt: at('12:00').toISOString(), slots: 2, taken: 0, waiting: 0 },
};
const off = { ...SHIFT, cancelled: '下雨' };
const full = { ...SHIFT, taken: 2 };
type Comer = Pick<Attendance, 'place' | 'consent' | 'inAt' | 'outAt' | 'service'>;
const there: Comer = { place: 'taken' };
const inside: Comer = { place: 'taken', inAt: at('10:00').toISOString() };
const code = (no: { refused: string } | undefined) => no?.refused;

test('whoever organises leads, and the community’s workers', () => {
  const leads = (personId: string, ...roles: ('worker' | 'chair' | 'resident')[]) =>
    rules.leads({ organiserId: 'a' }, { personId, roles });
  expect([leads('a', 'resident'), leads('b', 'worker'), leads('b', 'chair'), leads('b', 'resident')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('insurance', () => {
  const insurance = (until: string) => ({ insurer: '人保', policy: '1', until });
  /** Ends on 28 November at half past midnight, China time. */
  const night = [{ endsAt: '2026-11-27T16:30:00.000Z' }];
  test.each([
    ['no risk needs none', false, undefined, true],
    ['a risk needs one', true, undefined, false],
    ['one that ends the day before leaves the night out', true, insurance('2026-11-27'), false],
    ['its last day is covered to the end', true, insurance('2026-11-28'), true],
  ])('%s', (_, risky, taken, good) => expect(rules.isCovered({ risky, insurance: taken }, night)).toBe(good));
  test('midnight itself still belongs to the last day', () =>
    expect(
      rules.isCovered({ risky: true, insurance: insurance('2026-11-27') }, [{ endsAt: '2026-11-27T16:00:00.000Z' }]),
    ).toBe(true));
});

describe('publishing', () => {
  const past = { ...SHIFT, endsAt: at('07:00').toISOString() };
  test.each([
    ['proposed' as Status, [SHIFT], false, undefined],
    ['proposed' as Status, [], false, 'NO_SHIFTS'],
    ['proposed' as Status, [past, off], false, 'NO_SHIFTS'],
    ['proposed' as Status, [SHIFT], true, 'INSURANCE_NEEDED'],
    ['published' as Status, [SHIFT], false, 'ALREADY_DECIDED'],
    ['cancelled' as Status, [SHIFT], false, 'ALREADY_DECIDED'],
  ])('of a %s one with these shifts: %#', (status, shifts, risky, refused) =>
    expect(code(rules.mayPublish(status, { risky }, shifts, at('08:00')))).toBe(refused),
  );
});

describe('signing up', () => {
  const head = { status: 'published' as Status, minors: true, risky: false };
  const plain = { riskRead: false, minor: false, onSpot: false };
  const spot = { ...plain, onSpot: true };
  test.each([
    ['before it starts', head, SHIFT, undefined, plain, '09:59', undefined],
    ['when it starts', head, SHIFT, undefined, plain, '10:00', 'SHIFT_STARTED'],
    ['on the spot, until it ends', head, SHIFT, undefined, spot, '11:59', undefined],
    ['when it has ended', head, SHIFT, undefined, spot, '12:00', 'SHIFT_OVER'],
    ['when it is called off', head, off, undefined, plain, '09:00', 'ACTIVITY_SHUT'],
    [
      'before it is published',
      { ...head, status: 'proposed' as Status },
      SHIFT,
      undefined,
      plain,
      '09:00',
      'ACTIVITY_SHUT',
    ],
    ['twice', head, SHIFT, there, plain, '09:00', 'SIGNED_UP'],
    ['while waiting', head, full, { place: 'waiting' as const }, plain, '09:00', 'SIGNED_UP'],
    ['again after withdrawing', head, SHIFT, { place: 'withdrawn' as const }, plain, '09:00', undefined],
    ['under age where that may be', head, SHIFT, undefined, { ...plain, minor: true }, '09:00', undefined],
    [
      'under age where it may not',
      { ...head, minors: false },
      SHIFT,
      undefined,
      { ...plain, minor: true },
      '09:00',
      'ADULTS_ONLY',
    ],
    ['to a risk unread', { ...head, risky: true }, SHIFT, undefined, plain, '09:00', 'RISK_UNREAD'],
    ['to a risk read', { ...head, risky: true }, SHIFT, undefined, { ...plain, riskRead: true }, '09:00', undefined],
    ['full, which is waiting', head, full, undefined, plain, '09:00', undefined],
    ['full, on the spot', head, full, undefined, spot, '10:30', 'SLOTS_FULL'],
  ])('%s', (_, activity, shift, mine, how, clock, refused) =>
    expect(code(rules.maySignUp(activity, shift, { ...how, mine }, at(clock)))).toBe(refused),
  );
  test.each([
    ['a free place', SHIFT, undefined, '11:00', undefined],
    ['none free', full, undefined, '11:00', 'SLOTS_FULL'],
    ['there already', SHIFT, there, '11:00', 'SIGNED_UP'],
    ['after the end', SHIFT, undefined, '12:00', 'SHIFT_OVER'],
  ])('letting somebody in: %s', (_, shift, theirs, clock, refused) =>
    expect(code(rules.mayLetIn('published', shift, theirs, at(clock)))).toBe(refused),
  );
});

test.each([
  ['who has a place', there, '09:00', undefined],
  ['who waits', { place: 'waiting' as const }, '09:00', undefined],
  ['who has none', undefined, '09:00', 'NOT_SIGNED_UP'],
  ['who withdrew', { place: 'withdrawn' as const }, '09:00', 'NOT_SIGNED_UP'],
  ['who is there', inside, '10:30', 'CHECKED_IN'],
  ['after the end', there, '12:00', 'SHIFT_OVER'],
])('withdrawing of one %s', (_, mine, clock, refused) =>
  expect(code(rules.mayWithdraw(SHIFT, mine, at(clock)))).toBe(refused),
);

test('moving and changing end when an activity or a shift does', () => {
  expect(code(rules.mayChange('declined'))).toBe('ACTIVITY_ENDED');
  expect(code(rules.mayMove('published', SHIFT, at('10:00')))).toBe('SHIFT_STARTED');
  expect(code(rules.mayMove('published', off, at('09:00')))).toBe('ACTIVITY_SHUT');
  expect(code(rules.mayMove('proposed', SHIFT, at('09:00')))).toBeUndefined();
});
