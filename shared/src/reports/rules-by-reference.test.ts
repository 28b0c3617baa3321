import fc from 'fast-check';
import { ReportState } from './model';
import * as rules from './rules';

/**
 * The rules of a report beside a slow plain reading of them: every objection there is, in the order in which people are
 * told. Instants are milliseconds around the end of the window, so that its border is met often.
 */
const UNTIL = Date.parse('2027-01-11T16:00:00.000Z');
const iso = (ms: number) => new Date(UNTIL + ms).toISOString();
const [SINCE, LATER] = ['2026-07-01T00:00:00.000Z', '2026-09-01T00:00:00.000Z'];
const refusedBy = (no: { refused: string } | undefined) => no?.refused;
/** The first objection that holds. */
const first = (objections: Record<string, boolean>) => Object.entries(objections).find(([, holds]) => holds)?.[0];
const or = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(undefined), arbitrary);

const standing = or(fc.constantFrom({ since: SINCE }, { since: LATER }, {}));
const past = or(fc.constantFrom(iso(-90_000_000), iso(-1)));
const anyReport = fc.record({
  ...{ since: fc.constantFrom(SINCE, LATER), seenAt: past, objectUntil: or(fc.constant(iso(0))), agreedAt: past },
  ...{ objectedAt: past, answeredAt: past, sentAt: past, readAt: past, unitId: or(fc.constantFrom('', 'u')) },
});
type Report = typeof anyReport extends fc.Arbitrary<infer R> ? R : never;
type Standing = typeof standing extends fc.Arbitrary<infer S> ? S : never;
const around = fc.constantFrom(-86_400_000, -1_000, -1, 0, 1, 86_400_000).map((ms) => new Date(UNTIL + ms));

/** Every state a report could be said to be in, the one that weighs most first: by hand, out of what was done. */
const plainly = (report: Report, of: Standing) => {
  const was = (...done: (keyof Report)[]) => done.every((one) => report[one] !== undefined);
  const joined = of && 'since' in of ? of.since : 'nowhere';
  const states = {
    ...{ read: was('sentAt', 'readAt'), sent: was('sentAt'), stopped: joined !== report.since },
    ...{ agreed: was('agreedAt'), kept: was('answeredAt'), objected: was('objectedAt'), seen: was('seenAt') },
  };
  const state = first(states) ?? 'prepared';
  const is = (...ones: string[]) => ones.includes(state);
  return {
    ...{ state, sent: is('sent', 'read'), gone: is('stopped'), agreed: is('agreed') },
    ...{ objected: is('objected'), fresh: is('prepared') },
  };
};

test('a report is in the state that weighs most of those it could be said to be in', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(anyReport, standing, (report, of) => {
      const { state } = plainly(report, of);
      expect(rules.stateOf(report, of)).toBe(state);
      met.add(state);
    }),
    { numRuns: 2_000 },
  );
  // and each of them was met
  expect([...met].sort()).toEqual([...ReportState.options].sort());
});

test('who may agree, object and answer, and what may be replaced', () => {
  fc.assert(
    fc.property(anyReport, standing, around, (report, of, now) => {
      const is = plainly(report, of);
      const closed = { ALREADY_SENT: is.sent, REPORT_STOPPED: is.gone };
      const over = report.objectUntil !== undefined && now.getTime() >= Date.parse(report.objectUntil);
      expect(refusedBy(rules.mayAgree(report, of))).toBe(
        first({ ALREADY_DONE: is.agreed, OBJECTION_OPEN: is.objected, ...closed }),
      );
      expect(refusedBy(rules.mayObject(report, of, now))).toBe(
        first({ ...closed, ALREADY_DONE: report.objectedAt !== undefined || is.agreed, OBJECTION_LATE: over }),
      );
      expect(refusedBy(rules.mayAnswer(report, of))).toBe(first({ ...closed, NO_OBJECTION: !is.objected }));
      expect(refusedBy(rules.mayReplace(report, of))).toBe(
        first({ ALREADY_SENT: is.sent, OBJECTION_OPEN: is.objected, ALREADY_DONE: !is.sent && !is.gone }),
      );
    }),
    { numRuns: 500 },
  );
});

test('when a report may be sent', () => {
  fc.assert(
    fc.property(anyReport, standing, around, (report, of, now) => {
      const is = plainly(report, of);
      const open = report.objectUntil !== undefined && now.getTime() < Date.parse(report.objectUntil);
      expect(refusedBy(rules.maySend(report, of, now))).toBe(
        first({
          ...{ ALREADY_SENT: is.sent, REPORT_STOPPED: is.gone, NO_UNIT: !report.unitId, NOT_SEEN: is.fresh },
          ...{ OBJECTION_OPEN: is.objected, IN_OBJECTION_TIME: open && !is.agreed },
        }),
      );
    }),
    { numRuns: 600 },
  );
});

/** The day and the clock in China, as the platform's own calendar tells them. */
const china = new Intl.DateTimeFormat('sv-SE', {
  ...({ timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
  ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const),
});
const told = (instant: Date | string) => china.format(new Date(instant));
const instants = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(-1, 0, 1, 3_600_000, 43_200_000, 57_599_999, 57_600_000))
  .map(([day, ms]) => new Date(Date.parse('2001-01-01T16:00:00.000Z') + day * 86_400_000 + ms));

test('the window closes at midnight in China after so many whole days, to the millisecond', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 3, max: 60 }), (now, days) => {
      const until = rules.objectUntil(now, days);
      expect(told(until).slice(11)).toBe('00:00:00');
      expect(until).toMatch(/T16:00:00\.000Z$/);
      // by a calendar of days without clocks: the day it was seen does not count
      const day = new Date(`${told(now).slice(0, 10)}T12:00:00.000Z`);
      day.setUTCDate(day.getUTCDate() + days);
      expect(told(until).slice(0, 10) > day.toISOString().slice(0, 10)).toBe(true);
      expect(told(new Date(Date.parse(until) - 1)).slice(0, 10)).toBe(day.toISOString().slice(0, 10));
      const report = { since: SINCE, seenAt: now.toISOString(), objectUntil: until, unitId: 'u' };
      const [last, over] = [new Date(Date.parse(until) - 1), new Date(until)];
      expect(refusedBy(rules.mayObject(report, { since: SINCE }, last))).toBeUndefined();
      expect(refusedBy(rules.mayObject(report, { since: SINCE }, over))).toBe('OBJECTION_LATE');
      expect(refusedBy(rules.maySend(report, { since: SINCE }, last))).toBe('IN_OBJECTION_TIME');
      expect(rules.maySend(report, { since: SINCE }, over)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('two who see a report on one day in China have until the same instant', () => {
  fc.assert(
    fc.property(instants, instants, fc.integer({ min: 3, max: 60 }), (one, other, days) => {
      const sameDay = told(one).slice(0, 10) === told(other).slice(0, 10);
      expect(rules.objectUntil(one, days) === rules.objectUntil(other, days)).toBe(sameDay);
    }),
  );
  const [evening, midnight] = [new Date('2026-12-31T15:59:59.999Z'), new Date('2026-12-31T16:00:00.000Z')];
  expect([rules.objectUntil(evening, 3), rules.objectUntil(midnight, 3)]).toEqual([
    ...['2027-01-03T16:00:00.000Z', '2027-01-04T16:00:00.000Z'],
  ]);
});
