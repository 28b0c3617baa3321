import fc from 'fast-check';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import type { Entry, Totals, Track } from './model';
import { CaseId } from './model';
import { HOURS_DEFAULTS, HOURS_SOURCES, HoursRule } from './rule-sets';
import { honoraryRoom, isOverdue, mayAnswerCase, mayAskCorrection, mayAskHonorary, mayReadCase } from './case-rules';
import { daysOf, minutesOnDay, oddities } from './day-rules';
import { standing } from '@gongzhi/shared/kernel/hour-lines';
import { maskName } from '@gongzhi/shared/kernel/mask-name';
import { NO_TOTALS, inHours, settleStep, withLine } from './rules';

/** An instant of China's wall clock. */
const china = (wall: string) => new Date(`${wall}:00.000+08:00`).toISOString();
const span = (from: string, to: string, minutes?: number) => {
  const [begin, end] = [china(from), china(to)];
  return { from: begin, to: end, minutes: minutes ?? (Date.parse(end) - Date.parse(begin)) / MINUTE };
};
const served = (from: string, to: string, more: { minutes?: number; track?: Track; shiftId?: string } = {}) => ({
  ...span(from, to, more.minutes),
  ...{ track: more.track ?? ('recorded' as const), shiftId: more.shiftId ?? `${from}${to}` },
});

describe('days of a service, in China', () => {
  it.each([
    ['2026-11-23T09:00', '2026-11-23T11:00', ['2026-11-23']],
    ['2026-11-23T22:00', '2026-11-24T02:00', ['2026-11-23', '2026-11-24']],
    ['2026-11-30T23:59', '2026-12-01T00:01', ['2026-11-30', '2026-12-01']],
    ['2026-12-31T20:00', '2027-01-01T00:00', ['2026-12-31']],
    ['2028-02-28T23:00', '2028-03-01T01:00', ['2028-02-28', '2028-02-29', '2028-03-01']],
    ['2026-11-23T00:00', '2026-11-23T00:00', ['2026-11-23']],
  ])('%s to %s lies on %j', (from, to, days) => expect(daysOf(span(from, to))).toEqual(days));

  it('share its minutes between them, and no more than were credited', () => {
    const night = span('2026-11-30T22:00', '2026-12-01T02:00');
    expect(['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'].map((day) => minutesOnDay(night, day))).toEqual([
      0, 120, 120, 0,
    ]);
    expect(minutesOnDay({ ...night, minutes: 90 }, '2026-11-30')).toBe(90);
  });

  it('add up to the length of the service, across any midnight and month end', () => {
    const start = Date.parse('2026-01-01T00:00:00.000Z');
    const any = fc.tuple(fc.nat(800 * 24 * 60), fc.integer({ min: 1, max: 26 * 60 }));
    fc.assert(
      fc.property(any, ([begin, length]) => {
        const from = new Date(start + begin * MINUTE).toISOString();
        const one = { from, to: new Date(start + (begin + length) * MINUTE).toISOString(), minutes: length };
        const days = daysOf(one);
        expect(new Set(days).size).toBe(days.length);
        expect(days.reduce((sum, day) => sum + minutesOnDay(one, day), 0)).toBe(length);
      }),
    );
  });
});

describe('what is odd', () => {
  const morning = served('2026-11-23T09:00', '2026-11-23T11:00');
  it.each<[string, ReturnType<typeof served>, ReturnType<typeof served>[], string[]]>([
    ['nothing beside nothing', morning, [], []],
    ['touching ends are not', morning, [served('2026-11-23T11:00', '2026-11-23T12:00')], []],
    ['a minute in common is', morning, [served('2026-11-23T10:59', '2026-11-23T12:00')], ['overlap']],
    ['the same time is', morning, [{ ...morning, shiftId: 'other' }], ['overlap']],
    ['what credited nothing is not', morning, [served('2026-11-23T09:00', '2026-11-23T11:00', { minutes: 0 })], []],
    ['nothing credited beside something is not', { ...morning, minutes: 0 }, [{ ...morning, shiftId: 'other' }], []],
    ['twelve hours of a day are not', morning, [served('2026-11-23T11:00', '2026-11-23T21:00')], []],
    ['a minute more is', morning, [served('2026-11-23T11:00', '2026-11-23T21:01')], ['longDay']],
    [
      'hours of the day before midnight count on their own day',
      morning,
      [served('2026-11-22T12:00', '2026-11-23T00:00')],
      [],
    ],
    [
      'a night that reaches into the day counts as far as it does',
      morning,
      [served('2026-11-23T11:00', '2026-11-24T03:00')],
      ['longDay'],
    ],
    ['imported and honorary hours do not overlap', morning, [{ ...morning, track: 'imported' }], []],
    ['honorary hours of the same shift are', morning, [{ ...morning, track: 'honorary' }], ['alsoHonorary']],
  ])('%s', (_says, one, others, reasons) => expect(oddities(one, others, 720)).toEqual(reasons));

  it('is the same whichever of two comes first', () => {
    const minute = fc.integer({ min: 0, max: 3 * 24 * 60 });
    const any = fc.tuple(minute, fc.integer({ min: 1, max: 900 }), minute, fc.integer({ min: 1, max: 900 }));
    const start = Date.parse('2026-11-29T00:00:00.000Z');
    const of = (begin: number, minutes: number, shiftId: string) => ({
      ...{
        from: new Date(start + begin * MINUTE).toISOString(),
        to: new Date(start + (begin + minutes) * MINUTE).toISOString(),
      },
      ...{ minutes, shiftId, track: 'recorded' as const },
    });
    fc.assert(
      fc.property(any, ([a, la, b, lb]) => {
        const [one, other] = [of(a, la, 'a'), of(b, lb, 'b')];
        const overlap = a < b + lb && b < a + la;
        expect(oddities(one, [other], 5_000)).toEqual(overlap ? ['overlap'] : []);
        expect(oddities(other, [one], 5_000)).toEqual(overlap ? ['overlap'] : []);
      }),
    );
  });
});

const line = (entryId: string, minutes: number, more: Partial<Entry & { version: number }> = {}) => ({
  ...{ entryId, minutes, version: 1, track: 'recorded' as Track, cause: 'settled' as Entry['cause'] },
  ...more,
});

describe('the lines of one service', () => {
  const first = line('a', 60);
  const back = line('b', -60, { reverses: 'a', cause: 'replaced' });
  it('stand but for reversals and what they took back', () => {
    expect(standing([first])).toEqual([first]);
    expect(standing([back, first])).toEqual([]);
    expect(standing([first, back, line('c', 0, { version: 2 })])).toMatchObject([{ entryId: 'c' }]);
  });
  it.each<[string, ReturnType<typeof line>[], number, object]>([
    ['the first version is entered', [], 1, { do: 'enter', answered: false }],
    ['a repeat is known', [first], 1, { do: 'known' }],
    ['a later version reverses first', [first], 2, { do: 'reverse', line: first }],
    ['and is entered then', [first, back], 2, { do: 'enter', answered: false }],
    ['an earlier one that comes late is known', [line('c', 50, { version: 3 })], 2, { do: 'known' }],
    ['a repeat of what was reversed is known', [first, back], 1, { do: 'known' }],
    [
      'after a person’s no a new one is looked at',
      [first, { ...back, cause: 'rejected' }],
      2,
      { do: 'enter', answered: true },
    ],
    [
      'honorary lines are not in its way',
      [line('h', 60, { track: 'honorary', version: 0 })],
      1,
      { do: 'enter', answered: false },
    ],
  ])('%s', (_says, chain, version, step) => expect(settleStep(chain, version)).toEqual(step));
});

test('totals are the sum of the lines by track and year of the beginning in China, in any order', () => {
  const from = fc.constantFrom('2026-12-31T15:59:59.000Z', '2026-12-31T16:00:00.000Z', '2025-06-01T00:00:00.000Z');
  const one = fc.record({
    track: fc.constantFrom<Track>('recorded', 'honorary', 'imported'),
    minutes: fc.integer({ min: -600, max: 600 }),
    from,
  });
  fc.assert(
    fc.property(fc.array(one), (lines) => {
      const totals = lines.reduce<Totals>(withLine, NO_TOTALS);
      const sum = (some: typeof lines) => some.reduce((all, { minutes }) => all + minutes, 0);
      for (const track of ['recorded', 'honorary', 'imported'] as const) {
        const own = lines.filter((it) => it.track === track);
        expect(totals[track]).toBe(sum(own));
        const in2027 = totals.years.find(({ year }) => year === 2027)?.[track] ?? 0;
        expect(in2027).toBe(sum(own.filter((it) => it.from >= '2026-12-31T16')));
      }
      expect(totals.years.map(({ year }) => year)).toEqual(
        [...new Set(totals.years.map(({ year }) => year))].sort((a, b) => b - a),
      );
    }),
  );
});

describe('who may', () => {
  const shift = span('2026-11-22T09:00', '2026-11-22T11:00');
  const now = new Date(china('2026-11-23T10:00'));
  const worker = { personId: 'w', roles: ['worker'] as const, organises: false };
  const organiser = { personId: 'o', roles: [] as const, organises: true };
  const resident = { personId: 'r', roles: ['resident'] as const, organises: false };
  const asked = { volunteerId: 'v', minutes: 30, shift, room: 30 };

  it('honorary minutes: the organiser or a worker, for another, after the shift, as far as there is room', () => {
    expect(mayAskHonorary(worker, asked, now)).toBeUndefined();
    expect(mayAskHonorary(organiser, asked, now)).toBeUndefined();
    expect(mayAskHonorary(resident, asked, now)?.refused).toBe('NOT_IN_CHARGE');
    expect(mayAskHonorary(worker, { ...asked, volunteerId: 'w' }, now)?.refused).toBe('OWN_HOURS');
    expect(mayAskHonorary(worker, asked, new Date(Date.parse(shift.to) - 1))?.refused).toBe('SHIFT_RUNNING');
    expect(mayAskHonorary(worker, asked, new Date(shift.to))).toBeUndefined();
    expect(mayAskHonorary(worker, { ...asked, room: 29 }, now)).toEqual({
      refused: 'OVER_SHIFT',
      facts: { minutes: 29 },
    });
  });

  it('the room in a shift is its length without what stands in it, in any track', () => {
    expect(honoraryRoom(shift, [])).toBe(120);
    expect(honoraryRoom(shift, [line('a', 50), line('h', 20, { track: 'honorary' })])).toBe(50);
    expect(honoraryRoom(shift, [line('a', 50), line('b', -50, { reverses: 'a' })])).toBe(120);
    expect(honoraryRoom(shift, [line('a', 500)])).toBe(0);
  });

  it('a correction: of a recorded line that stands, to other minutes', () => {
    expect(mayAskCorrection(line('a', 60), true, 90)).toBeUndefined();
    expect(mayAskCorrection(line('a', 60), true, 60)?.refused).toBe('SAME_MINUTES');
    expect(mayAskCorrection(line('a', 60), false, 90)?.refused).toBe('NOT_CORRECTABLE');
    expect(mayAskCorrection(line('a', 60, { track: 'honorary' }), true, 90)?.refused).toBe('NOT_CORRECTABLE');
  });

  it('an answer: who is in charge, not the volunteer and not whoever asked, once', () => {
    const one = { state: 'open' as const, volunteerId: 'v', raisedById: 'o' };
    expect(mayAnswerCase(one, worker)).toBeUndefined();
    expect(mayAnswerCase(one, organiser)?.refused).toBe('SECOND_PERSON');
    expect(mayAnswerCase({ ...one, volunteerId: 'w' }, worker)?.refused).toBe('OWN_HOURS');
    expect(mayAnswerCase(one, resident)?.refused).toBe('NOT_IN_CHARGE');
    expect(mayAnswerCase({ ...one, state: 'declined' }, worker)?.refused).toBe('ALREADY_DECIDED');
    expect([worker, organiser, resident, { ...resident, personId: 'v' }].map((hand) => mayReadCase(one, hand))).toEqual(
      [true, true, false, true],
    );
  });

  it('a case is late from the end of its last day on, while it is open', () => {
    const dueAt = china('2026-11-24T00:00');
    expect(isOverdue({ state: 'open', dueAt }, new Date(Date.parse(dueAt) - 1))).toBe(false);
    expect(isOverdue({ state: 'open', dueAt }, new Date(dueAt))).toBe(true);
    expect(isOverdue({ state: 'accepted', dueAt }, new Date(Date.parse(dueAt) + DAY))).toBe(false);
  });
});

test.each([
  [119, 30, '1.5'],
  [120, 30, '2'],
  [29, 30, '0'],
  [119, 60, '1'],
  [100, 1, '1.67'],
  [-45, 30, '-0.5'],
])('%i minutes by %i are %s hours', (minutes, step, hours) => expect(inHours(minutes, step)).toBe(hours));

test.each([
  ['王秀兰', '王*兰'],
  ['王兰', '王*'],
  ['欧阳修远', '欧**远'],
  ['王', '*'],
  ['', '*'],
  [' 何芳 ', '何*'],
  ['𠮷田真', '𠮷*真'],
])('%j is read by strangers as %j', (name, masked) => expect(maskName(name)).toBe(masked));

test('the numbers a community begins with are within their own bounds, and each says where it comes from', () => {
  expect(HoursRule.parse(HOURS_DEFAULTS)).toEqual(HOURS_DEFAULTS);
  expect(Object.keys(HOURS_SOURCES).sort()).toEqual(Object.keys(HOURS_DEFAULTS).sort());
  expect(HOURS_SOURCES.answerWorkingDays.verified).toBe(false);
});

test.each(['q-01KB0000000000000000000000', 'x-01KB0000000000000000000000'])('%s is a case', (id) =>
  expect(CaseId.safeParse(id).success).toBe(true),
);
test.each(['z-01KB0000000000000000000000', 'q-1', '01KB0000000000000000000000', 'q-01KB0000000000000000000000#x'])(
  '%s is none',
  (id) => expect(CaseId.safeParse(id).success).toBe(false),
);
