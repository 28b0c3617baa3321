import fc from 'fast-check';
import { DAY } from '@gongzhi/shared/kernel/time';
import {
  mayAgree,
  mayAnswer,
  mayObject,
  mayPrepare,
  mayReplace,
  maySend,
  objectUntil,
  stateOf,
  type Instants,
} from './rules';

const since = '2026-07-01T00:00:00.000Z';
const NOW = new Date('2027-01-05T02:00:00.000Z');
const at = '2027-01-04T02:00:00.000Z';
const until = '2027-01-11T16:00:00.000Z';
const live = { since };
const seen = { since, seenAt: at, objectUntil: until };
const REPORTS: Record<string, Instants> = {
  prepared: { since },
  seen,
  objected: { ...seen, objectedAt: at },
  kept: { ...seen, objectedAt: at, answeredAt: at },
  agreed: { ...seen, agreedAt: at },
  'agreed after an answer': { ...seen, objectedAt: at, answeredAt: at, agreedAt: at },
  sent: { ...seen, agreedAt: at, sentAt: at },
  read: { ...seen, agreedAt: at, sentAt: at, readAt: at },
};
const refusedBy = (refusal: { refused: string } | undefined) => refusal?.refused;

test.each([
  ['prepared', 'prepared', undefined, undefined, 'NO_OBJECTION', 'NOT_SEEN', 'ALREADY_DONE'],
  ['seen', 'seen', undefined, undefined, 'NO_OBJECTION', 'IN_OBJECTION_TIME', 'ALREADY_DONE'],
  ['objected', 'objected', 'OBJECTION_OPEN', 'ALREADY_DONE', undefined, 'OBJECTION_OPEN', 'OBJECTION_OPEN'],
  ['kept', 'kept', undefined, 'ALREADY_DONE', 'NO_OBJECTION', 'IN_OBJECTION_TIME', 'ALREADY_DONE'],
  ['agreed', 'agreed', 'ALREADY_DONE', 'ALREADY_DONE', 'NO_OBJECTION', undefined, 'ALREADY_DONE'],
  ['agreed after an answer', 'agreed', 'ALREADY_DONE', 'ALREADY_DONE', 'NO_OBJECTION', undefined, 'ALREADY_DONE'],
  ['sent', 'sent', 'ALREADY_SENT', 'ALREADY_SENT', 'ALREADY_SENT', 'ALREADY_SENT', 'ALREADY_SENT'],
  ['read', 'read', 'ALREADY_SENT', 'ALREADY_SENT', 'ALREADY_SENT', 'ALREADY_SENT', 'ALREADY_SENT'],
] as const)(
  '%s is %s: agree %s, object %s, answer %s, send %s, replace %s',
  (name, state, agree, object, answer, send, replace) => {
    const report = REPORTS[name] as Instants;
    expect(stateOf(report, live)).toBe(state);
    expect(refusedBy(mayAgree(report, live))).toBe(agree);
    expect(refusedBy(mayObject(report, live, NOW))).toBe(object);
    expect(refusedBy(mayAnswer(report, live))).toBe(answer);
    expect(refusedBy(maySend({ ...report, unitId: 'u' }, live, NOW))).toBe(send);
    expect(refusedBy(mayReplace(report, live))).toBe(replace);
  },
);

test.each(Object.keys(REPORTS))('%s with the membership gone or begun anew is stopped, unless it was sent', (name) => {
  const report = REPORTS[name] as Instants;
  for (const standing of [undefined, { since: at }, { since: undefined }]) {
    expect(stateOf(report, standing)).toBe(report.sentAt ? name : 'stopped');
    const no = report.sentAt ? 'ALREADY_SENT' : 'REPORT_STOPPED';
    expect(refusedBy(mayAgree(report, standing))).toBe(no);
    expect(refusedBy(mayObject(report, standing, NOW))).toBe(no);
    expect(refusedBy(mayAnswer(report, standing))).toBe(no);
    expect(refusedBy(maySend({ ...report, unitId: 'u' }, standing, NOW))).toBe(no);
    expect(refusedBy(mayReplace(report, standing))).toBe(report.sentAt ? 'ALREADY_SENT' : undefined);
  }
});

test('the window ends at the end of its last day: a millisecond earlier it is open, at it it is over', () => {
  const [before, on] = [new Date(Date.parse(until) - 1), new Date(until)];
  expect(refusedBy(mayObject(seen, live, before))).toBeUndefined();
  expect(refusedBy(mayObject(seen, live, on))).toBe('OBJECTION_LATE');
  expect(maySend({ ...seen, unitId: 'u' }, live, before)).toMatchObject({ facts: { day: '1月12日（周二）' } });
  expect(maySend({ ...seen, unitId: 'u' }, live, on)).toBeUndefined();
  expect(refusedBy(maySend(seen, live, on))).toBe('NO_UNIT');
  expect(refusedBy(maySend({ ...seen, unitId: '' }, live, on))).toBe('NO_UNIT');
});

test('whoever sees a report has at least the whole days the rule gives', () =>
  fc.assert(
    fc.property(
      fc.date({ min: NOW, noInvalidDate: true, max: new Date('2030-01-01') }),
      fc.integer({ min: 3, max: 60 }),
      (now, days) => {
        const window = Date.parse(objectUntil(now, days)) - now.getTime();
        return window > days * DAY - 1 && window <= (days + 1) * DAY;
      },
    ),
  ));

test('a report is never sent unseen, nor against an open objection, whatever the instants', () => {
  const instant = fc.option(fc.constantFrom(at, until, '2027-02-01T00:00:00.000Z'), { nil: undefined });
  const any = fc.record({
    ...{ since: fc.constant(since), seenAt: instant, objectUntil: instant, agreedAt: instant },
    ...{ objectedAt: instant, answeredAt: instant, sentAt: instant, readAt: instant },
  });
  fc.assert(
    fc.property(any, fc.constantFrom(NOW, new Date('2028-01-01')), (report, now) => {
      if (maySend({ ...report, unitId: 'u' }, live, now)) return true;
      return !report.sentAt && (!!report.seenAt || !!report.agreedAt || !!report.answeredAt);
    }),
  );
  fc.assert(
    fc.property(any, (report) => {
      const open = report.objectedAt && !report.answeredAt && !report.agreedAt && !report.sentAt;
      return !open || refusedBy(maySend({ ...report, unitId: 'u' }, live, new Date('2030-01-01'))) === 'OBJECTION_OPEN';
    }),
  );
});

test.each([
  ['2026-H2', 'half', '2027-01-01T00:00:00.000+08:00', undefined],
  ['2026-H2', 'half', '2026-12-31T23:59:59.999+08:00', 'PERIOD_RUNNING'],
  ['2026-Q4', 'half', '2027-01-05T00:00:00.000+08:00', 'NOT_A_PERIOD'],
  ['2026-Q4', 'quarter', '2027-01-01T00:00:00.000+08:00', undefined],
  ['2026-H1', 'quarter', '2027-01-01T00:00:00.000+08:00', 'NOT_A_PERIOD'],
] as const)('%s by %s at %s: %s', (period, every, now, refused) =>
  expect(refusedBy(mayPrepare(period, { every }, new Date(now)))).toBe(refused),
);
test('a first report has nothing to replace', () => expect(mayReplace(undefined, live)).toBeUndefined());
