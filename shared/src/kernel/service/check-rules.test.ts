import { gradeOf, mayCap, mayCheckIn, mayCheckOut, mayConfirm, waitsForWord } from './check-rules';
import type { Attendance, Shift } from './model';

const at = (clock: string) => new Date(`2026-11-27T${clock}:00.000Z`);
const SHIFT: Shift = {
  ...{ shiftId: '01JD0000000000000000SHFT01', activityId: '01JD0000000000000000ACTV01' },
  ...{ startsAt: at('10:00').toISOString(), endsAt: at('12:00').toISOString(), slots: 2, taken: 0, waiting: 0 },
};
const off = { ...SHIFT, cancelled: '下雨' };
type Comer = Pick<Attendance, 'place' | 'consent' | 'inAt' | 'outAt' | 'service'>;
const there: Comer = { place: 'taken' };
const inside: Comer = { place: 'taken', inAt: at('10:00').toISOString() };
const service = { from: SHIFT.startsAt, to: SHIFT.endsAt, minutes: 120, grade: 'capped' as const, version: 1 };
const gone: Comer = { ...inside, outAt: at('11:00').toISOString() };
const code = (no: { refused: string } | undefined) => no?.refused;

describe('checks', () => {
  const now = at('12:30');
  test.each([
    ['half an hour early', SHIFT, there, '09:30', undefined],
    ['earlier', SHIFT, there, '09:29', 'CHECK_IN_EARLY'],
    ['at the end', SHIFT, there, '12:00', undefined],
    ['after it', SHIFT, there, '12:01', 'CHECK_IN_OVER'],
    ['twice', SHIFT, inside, '10:30', 'ALREADY_DONE'],
    ['without a place', SHIFT, undefined, '10:00', 'NOT_SIGNED_UP'],
    ['from the waiting list', SHIFT, { place: 'waiting' as const }, '10:00', 'ON_WAITING_LIST'],
    ['without the guardian', SHIFT, { ...there, consent: 'asked' as const }, '10:00', 'GUARDIAN_NEEDED'],
    ['against the guardian', SHIFT, { ...there, consent: 'refused' as const }, '10:00', 'GUARDIAN_NEEDED'],
    ['with the guardian', SHIFT, { ...there, consent: 'given' as const }, '10:00', undefined],
    ['with paper', SHIFT, { ...there, consent: 'paper' as const }, '10:00', undefined],
    ['when called off', off, there, '10:00', 'ACTIVITY_SHUT'],
  ])('in: %s', (_, shift, mine, clock, refused) =>
    expect(code(mayCheckIn(shift, mine, { at: at(clock), now }))).toBe(refused),
  );
  test.each([
    ['after coming', inside, '11:00', undefined],
    ['an hour after the end', inside, '13:00', undefined],
    ['later', inside, '13:01', 'CHECK_OUT_OVER'],
    ['before coming', { ...inside, inAt: at('11:30').toISOString() }, '11:00', 'CHECK_OUT_EARLY'],
    ['before the start', { ...inside, inAt: at('09:40').toISOString() }, '09:50', 'CHECK_OUT_EARLY'],
    ['without coming', there, '11:00', 'NOT_CHECKED_IN'],
    ['twice', gone, '11:30', 'ALREADY_DONE'],
    ['after it was capped', { ...inside, service }, '12:10', undefined],
  ])('out: %s', (_, mine, clock, refused) =>
    expect(code(mayCheckOut(SHIFT, mine, { at: at(clock), now: at('14:00') }))).toBe(refused),
  );
  test('nothing is taken a week after', () => {
    const scanned = { at: at('10:00'), now: new Date('2026-12-04T12:00:00.001Z') };
    expect(code(mayCheckIn(SHIFT, there, scanned))).toBe('SYNC_OVER');
    expect(code(mayCheckIn(SHIFT, there, { ...scanned, now: new Date('2026-12-04T12:00:00.000Z') }))).toBeUndefined();
  });
});

describe('the organiser’s word', () => {
  test.each([
    ['10:00', '12:00', there, '12:00', undefined],
    ['10:00', '12:00', gone, '12:00', undefined],
    ['10:00', '12:00', there, '11:59', 'NOT_OVER_YET'],
    ['09:59', '11:00', there, '12:00', 'OUTSIDE_SHIFT'],
    ['11:00', '12:01', there, '13:00', 'OUTSIDE_SHIFT'],
    ['11:00', '11:00', there, '13:00', 'OUTSIDE_SHIFT'],
    ['10:00', '12:00', undefined, '13:00', 'NOT_SIGNED_UP'],
  ])('from %s to %s', (from, to, theirs, clock, refused) => {
    const times = { from: at(from).toISOString(), to: at(to).toISOString() };
    expect(code(mayConfirm(SHIFT, theirs, times, at(clock)))).toBe(refused);
  });
  test.each([
    ['at the end', inside, '12:00', undefined],
    ['before it', inside, '11:59', 'NOT_OVER_YET'],
    ['of one who left', gone, '12:00', 'ALREADY_DONE'],
    ['twice', { ...inside, service }, '12:00', 'ALREADY_DONE'],
    ['of one who never came', there, '12:00', 'NOT_CHECKED_IN'],
  ])('ends a forgotten service %s', (_, theirs, clock, refused) =>
    expect(code(mayCap(SHIFT, theirs, at(clock)))).toBe(refused),
  );
});

test.each([
  [{ inVia: 'code', outVia: 'code', band: 'here' }, 'placed'],
  [{ inVia: 'scan', outVia: 'code', band: 'near' }, 'scanned'],
  [{ inVia: 'scan', outVia: 'scan' }, 'scanned'],
  [{ inVia: 'word', outVia: 'code', band: 'here' }, 'confirmed'],
  [{ inVia: 'code', outVia: 'word', band: 'here' }, 'confirmed'],
] as const)('%j proves what is %s', (checks, grade) => expect(gradeOf(checks)).toBe(grade));

test('what came later waits while nothing counts of it', () => {
  expect(waitsForWord({ late: true, outAt: SHIFT.endsAt })).toBe(true);
  expect(waitsForWord({ late: true })).toBe(false);
  expect(waitsForWord({ outAt: SHIFT.endsAt })).toBe(false);
  expect(waitsForWord({ late: true, outAt: SHIFT.endsAt, service })).toBe(false);
});
