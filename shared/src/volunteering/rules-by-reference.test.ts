import fc from 'fast-check';
import { MINUTE } from '@gongzhi/shared/kernel/time';
import { mayCap, mayCheckIn, mayCheckOut, mayConfirm } from '@gongzhi/shared/kernel/service/check-rules';
import type { Attendance } from '@gongzhi/shared/kernel/service/model';
import * as rules from './rules';

/**
 * The rules beside a slow plain reading of them: every objection there is, in the order in which people are told. All
 * instants are minutes around a shift from 0 to 120, so that borders are met often.
 */
const T0 = Date.parse('2026-11-27T10:00:00.000Z');
const date = (minute: number) => new Date(T0 + minute * MINUTE);
const iso = (minute: number) => date(minute).toISOString();
const WEEK = 7 * 24 * 60;
const END = 120;
const around = fc.constantFrom(-31, -30, -29, -1, 0, 1, 60, 119, 120, 121, 179, 180, 181, END + WEEK, END + WEEK + 1);
const code = (no: { refused: string } | undefined) => no?.refused;
/** The first objection that holds. */
const first = (objections: Record<string, boolean>) => Object.entries(objections).find(([, holds]) => holds)?.[0];

const status = fc.constantFrom('proposed' as const, 'published' as const, 'declined' as const, 'cancelled' as const);
const shiftOf = fc
  .record({ off: fc.boolean(), slots: fc.integer({ min: 1, max: 3 }), taken: fc.integer({ min: 0, max: 4 }) })
  .map(({ off, slots, taken }) => ({
    ...{ shiftId: '', activityId: '', startsAt: iso(0), endsAt: iso(END), slots, taken, waiting: 0 },
    ...(off ? { cancelled: '下雨' } : {}),
  }));
type Comer = Pick<Attendance, 'place' | 'consent' | 'inAt' | 'outAt' | 'service'>;
const service = { from: iso(0), to: iso(END), minutes: 120, grade: 'capped' as const, version: 1 };
const comer: fc.Arbitrary<Comer | undefined> = fc.option(
  fc
    .record({
      place: fc.constantFrom('taken' as const, 'taken' as const, 'waiting' as const, 'withdrawn' as const),
      consent: fc.constantFrom(
        undefined,
        undefined,
        'asked' as const,
        'given' as const,
        'refused' as const,
        'paper' as const,
      ),
      came: fc.option(fc.constantFrom(-20, 0, 60), { nil: undefined }),
      left: fc.boolean(),
      settled: fc.boolean(),
    })
    .map(({ place, consent, came, left, settled }) => ({
      place,
      ...(consent ? { consent } : {}),
      ...(came === undefined ? {} : { inAt: iso(came), ...(left ? { outAt: iso(came + 30) } : {}) }),
      ...(settled ? { service } : {}),
    })),
  { nil: undefined },
);
const none = (mine: Comer | undefined) => !mine || mine.place === 'withdrawn';
const cameAt = (mine: Comer | undefined) => (mine?.inAt ? (Date.parse(mine.inAt) - T0) / MINUTE : undefined);

/** What keeps somebody from any check at all. */
const before = (shift: { cancelled?: string | undefined }, mine: Comer | undefined, now: number) => ({
  ACTIVITY_SHUT: shift.cancelled !== undefined,
  SYNC_OVER: now > END + WEEK,
  NOT_SIGNED_UP: none(mine),
  ON_WAITING_LIST: mine?.place === 'waiting',
  GUARDIAN_NEEDED: ['asked', 'refused'].includes(mine?.consent ?? ''),
});
const scanned = fc.tuple(around, fc.nat({ max: 3 })).map(([at, wait]) => ({ at, now: at + wait }));

test('checking in', () => {
  fc.assert(
    fc.property(shiftOf, comer, scanned, (shift, mine, { at, now }) => {
      const expected = first({
        ...before(shift, mine, now),
        ALREADY_DONE: mine?.inAt !== undefined,
        CHECK_IN_EARLY: at < -30,
        CHECK_IN_OVER: at > END,
      });
      expect(code(mayCheckIn(shift, mine, { at: date(at), now: date(now) }))).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test('checking out', () => {
  fc.assert(
    fc.property(shiftOf, comer, scanned, (shift, mine, { at, now }) => {
      const expected = first({
        ...before(shift, mine, now),
        NOT_CHECKED_IN: mine?.inAt === undefined,
        ALREADY_DONE: mine?.outAt !== undefined,
        CHECK_OUT_EARLY: at < 0 || at < (cameAt(mine) ?? 0),
        CHECK_OUT_OVER: at > END + 60,
      });
      expect(code(mayCheckOut(shift, mine, { at: date(at), now: date(now) }))).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

test('the organiser’s word, and the end of a forgotten service', () => {
  fc.assert(
    fc.property(shiftOf, comer, around, around, around, (shift, mine, from, to, now) => {
      const word = first({
        ...before(shift, mine, now),
        OUTSIDE_SHIFT: from < 0 || to > END || to <= from,
        NOT_OVER_YET: to > now,
      });
      expect(code(mayConfirm(shift, mine, { from: iso(from), to: iso(to) }, date(now)))).toBe(word);
      const cap = first({
        ...before(shift, mine, now),
        NOT_CHECKED_IN: mine?.inAt === undefined,
        ALREADY_DONE: mine?.outAt !== undefined || mine?.service !== undefined,
        NOT_OVER_YET: now < END,
      });
      expect(code(mayCap(shift, mine, date(now)))).toBe(cap);
    }),
    { numRuns: 400 },
  );
});

test('signing up, being let in and withdrawing', () => {
  const asked = fc.record({ riskRead: fc.boolean(), minor: fc.boolean(), onSpot: fc.boolean() });
  const head = fc.record({ status, minors: fc.boolean(), risky: fc.boolean() });
  fc.assert(
    fc.property(head, shiftOf, comer, asked, around, (activity, shift, mine, how, now) => {
      const closed = {
        ACTIVITY_SHUT: activity.status !== 'published' || shift.cancelled !== undefined,
        SHIFT_OVER: now >= END,
      };
      const full = shift.taken >= shift.slots;
      expect(code(rules.maySignUp(activity, shift, { ...how, mine }, date(now)))).toBe(
        first({
          ...closed,
          SIGNED_UP: !none(mine),
          ADULTS_ONLY: how.minor && !activity.minors,
          RISK_UNREAD: activity.risky && !how.riskRead,
          SLOTS_FULL: how.onSpot && full,
          SHIFT_STARTED: !how.onSpot && now >= 0,
        }),
      );
      expect(code(rules.mayLetIn(activity.status, shift, mine, date(now)))).toBe(
        first({ ...closed, SIGNED_UP: !none(mine), SLOTS_FULL: full }),
      );
      expect(code(rules.mayWithdraw(shift, mine, date(now)))).toBe(
        first({ NOT_SIGNED_UP: none(mine), CHECKED_IN: mine?.inAt !== undefined, SHIFT_OVER: now >= END }),
      );
    }),
    { numRuns: 400 },
  );
});

test('moving, changing and publishing', () => {
  const insurance = fc.option(fc.constantFrom('2026-11-26', '2026-11-27', '2026-11-28', '2026-12-05'), {
    nil: undefined,
  });
  const many = fc.array(fc.record({ start: fc.constantFrom(-300, 0, 240, 360, 1_500, WEEK), off: fc.boolean() }), {
    maxLength: 4,
  });
  const chinaDay = (instant: string) => new Date(Date.parse(instant) + 8 * 60 * MINUTE - 1).toISOString().slice(0, 10);
  fc.assert(
    fc.property(status, fc.boolean(), insurance, many, around, (state, risky, until, starts, now) => {
      const shifts = starts.map(({ start, off }) => ({
        ...{ startsAt: iso(start), endsAt: iso(start + END) },
        ...(off ? { cancelled: '下雨' } : {}),
      }));
      const over = state === 'declined' || state === 'cancelled';
      expect(code(rules.mayChange(state))).toBe(first({ ACTIVITY_ENDED: over }));
      for (const shift of shifts)
        expect(code(rules.mayMove(state, shift, date(now)))).toBe(
          first({ ACTIVITY_SHUT: over || shift.cancelled !== undefined, SHIFT_STARTED: iso(now) >= shift.startsAt }),
        );
      const coming = shifts.filter(({ cancelled, endsAt }) => !cancelled && endsAt > iso(now));
      // the day the last millisecond of a shift belongs to, in China
      const bare = coming.some(({ endsAt }) => !until || chinaDay(endsAt) > until);
      const plan = { risky, ...(until ? { insurance: { insurer: '人保', policy: '1', until } } : {}) };
      expect(code(rules.mayPublish(state, plan, shifts, date(now)))).toBe(
        first({
          ALREADY_DECIDED: state !== 'proposed',
          NO_SHIFTS: coming.length === 0,
          INSURANCE_NEEDED: risky && bare,
        }),
      );
    }),
    { numRuns: 400 },
  );
});
