import fc from 'fast-check';
import { ROLES } from '@gongzhi/shared/kernel/contract';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { CLOCK_MS, gradeOf, mayArrive, mayCheckIn, waitsForWord } from '@gongzhi/shared/kernel/service/check-rules';
import { Band, Consent, Grade, KINDS, Kind, Place, Service, Via } from '@gongzhi/shared/kernel/service/model';
import { Status, Times } from './model';
import { isGenuine, ownCode, readOwnCode, WINDOW_MS } from '@gongzhi/shared/kernel/service/pass';
import { SERVICE } from '@gongzhi/shared/kernel/service/rule-sets';
import { LONGEST_SHIFT_MS, MOST_AT_ONCE, MOST_SHIFTS, MOST_SLOTS, VOLUNTEERING } from './rule-sets';
import { leads } from './rules';
import { REPEATS, repeated } from './repeat-times';
import { counted } from '@gongzhi/shared/kernel/service/times';

test.each(Object.entries({ ...VOLUNTEERING, ...SERVICE }))(
  '%s has a source, a real date and says whether it was verified',
  (_, rule) => {
    expect(rule.source).toMatch(/\p{Script=Han}{4,}/u);
    expect(new Date(rule.sourceDate).toISOString().slice(0, 10)).toBe(rule.sourceDate);
    expect(rule.verified).toBe(true);
    if (typeof rule.value === 'number') expect(Number.isSafeInteger(rule.value) && rule.value > 0).toBe(true);
  },
);
test('what the law says names its articles; what is ours says that it may be changed', () => {
  const { adultAge, risk } = VOLUNTEERING;
  for (const { source } of [adultAge, risk]) expect(source).toMatch(/第[一二三四五六七八九十]+条/);
  for (const { source } of Object.values(SERVICE)) expect(source).toContain('可由系统管理单位修改');
  expect([adultAge.value, risk.value]).toEqual([18, true]);
});
test('numbers fit each other', () => {
  expect(MOST_AT_ONCE).toBeLessThanOrEqual(MOST_SHIFTS);
  // a phone that is offline until the doors close is told of within the days hours are taken
  expect(SERVICE.lateMinutes.value * MINUTE).toBeLessThan(SERVICE.syncDays.value * DAY);
  // two half minutes of a code fit between two clocks, so that a good code is never old at once
  expect(CLOCK_MS).toBe(SERVICE.clockSeconds.value * 1_000);
  expect(CLOCK_MS).toBeGreaterThanOrEqual(2 * WINDOW_MS);
  expect(SERVICE.accuracyMetres.value).toBeLessThanOrEqual(SERVICE.radiusMetres.value);
});
test('a shift is as long as it may be and no millisecond longer, with as many as it may hold', () => {
  const startsAt = '2026-12-31T14:00:00.000Z';
  const fits = (ms: number, slots = 1) =>
    Times.safeParse({ startsAt, endsAt: new Date(Date.parse(startsAt) + ms).toISOString(), slots }).success;
  expect([fits(LONGEST_SHIFT_MS), fits(LONGEST_SHIFT_MS + 1), fits(1), fits(0), fits(-MINUTE)]).toEqual([
    ...[true, false, true, false, false],
  ]);
  expect([fits(1, MOST_SLOTS), fits(1, MOST_SLOTS + 1), fits(1, 0)]).toEqual([true, false, false]);
});

test('kinds and repeats have words of their own, which tell them apart', () => {
  for (const words of [KINDS, REPEATS]) {
    const said = Object.values(words);
    expect(new Set(said).size).toBe(said.length);
    for (const word of said) expect(word).toMatch(/^\p{Script=Han}{2,4}$/u);
  }
  expect(Kind.options).toEqual(Object.keys(KINDS));
});
test.each([
  [Status, 'proposed published declined cancelled'],
  [Place, 'taken waiting withdrawn'],
  [Band, 'here near far unknown'],
  [Via, 'code scan word'],
  [Grade, 'placed scanned confirmed capped'],
  [Consent, 'asked given refused paper'],
])('states are these and no others: %#', (states, names) => {
  expect(states.options).toEqual(names.split(' '));
  expect(states.safeParse('其他').success).toBe(false);
});

test('only a worker leads what another organises', () => {
  for (const role of ROLES)
    expect([role, leads({ organiserId: 'a' }, { personId: 'b', roles: [role] })]).toEqual([role, role === 'worker']);
  expect(leads({ organiserId: 'a' }, { personId: 'a', roles: [] })).toBe(true);
});
test('nobody arrives at what was called off, but for a scan that may have been made before', () => {
  for (const status of Status.options)
    for (const later of [true, false])
      expect([status, later, mayArrive(status, later)?.refused]).toEqual([
        ...[status, later, status === 'cancelled' && !later ? 'ACTIVITY_SHUT' : undefined],
      ]);
});
test('a grade is what the weaker end proves', () => {
  const via = fc.constantFrom('code' as const, 'scan' as const, 'word' as const);
  fc.assert(
    fc.property(via, via, fc.constantFrom(...Band.options, undefined), (inVia, outVia, band) => {
      const slow = [inVia, outVia].includes('word') ? 'confirmed' : band === 'here' ? 'placed' : 'scanned';
      expect(gradeOf({ inVia, outVia, ...(band ? { band } : {}) })).toBe(slow);
    }),
  );
});
test('a scan waits for the organiser exactly when it came late, is whole and counts for nothing yet', () => {
  const service = { from: '', to: '', minutes: 0, grade: 'capped' as const, version: 1 };
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (late, out, settled) => {
      const one = { ...(late ? { late } : {}), ...(out ? { outAt: 'x' } : {}), ...(settled ? { service } : {}) };
      expect(waitsForWord(one)).toBe(late && out && !settled);
    }),
  );
});

const startsAt = '2026-11-27T10:00:00.000Z';
const span = { startsAt, endsAt: '2026-11-27T12:00:00.000Z' };
const at = (ms: number) => new Date(Date.parse(startsAt) + ms);
test('to the millisecond: the doors, and the last of the days', () => {
  const arrives = (scan: number, now = scan) =>
    mayCheckIn(span, { place: 'taken' }, { at: at(scan), now: at(now) })?.refused;
  const [opens, ends] = [-30 * MINUTE, 120 * MINUTE];
  expect([arrives(opens - 1), arrives(opens), arrives(ends), arrives(ends + 1)]).toEqual([
    ...['CHECK_IN_EARLY', undefined, undefined, 'CHECK_IN_OVER'],
  ]);
  expect([arrives(0, ends + 7 * DAY), arrives(0, ends + 7 * DAY + 1)]).toEqual([undefined, 'SYNC_OVER']);
});
test('two stays one after the other never count for more than one over both', () => {
  const minute = fc.integer({ min: -90 * MINUTE, max: 240 * MINUTE });
  fc.assert(
    fc.property(fc.array(minute, { minLength: 3, maxLength: 3 }), (instants) => {
      const [a = '', b = '', c = ''] = instants.sort((x, y) => x - y).map((ms) => at(ms).toISOString());
      const [ab, bc, ac] = [counted(span, a, b), counted(span, b, c), counted(span, a, c)];
      expect(ab.minutes + bc.minutes).toBeLessThanOrEqual(ac.minutes);
      expect(ac.minutes - ab.minutes - bc.minutes).toBeLessThanOrEqual(1);
      expect(Service.safeParse({ ...ac, grade: 'scanned', version: 1 }).success).toBe(true);
    }),
  );
});
test('a monthly shift falls on the days a calendar on the wall says', () => {
  const hour = 60 * MINUTE;
  const inChina = (ms: number) => new Date(ms + 8 * hour);
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 12 }), (start, times) => {
      const first = { startsAt: start.toISOString(), endsAt: new Date(start.getTime() + hour).toISOString() };
      // leafing through the calendar day by day
      const slow: string[] = [];
      for (let ms = start.getTime(); slow.length < times; ms += DAY)
        if (inChina(ms).getUTCDate() === inChina(start.getTime()).getUTCDate()) slow.push(new Date(ms).toISOString());
      expect(repeated(first, 'month', times).map((one) => one.startsAt)).toEqual(slow);
    }),
  );
});
test('a volunteer’s code survives being read back at any time and in any shift, with blanks around it', () => {
  const ulid = fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  const when = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(ulid, ulid, when, fc.constantFrom('', ' ', '\n'), (shiftId, personId, now, blank) => {
      const own = readOwnCode(`${blank}${ownCode('cd'.repeat(32), { shiftId, personId }, now)}${blank}`)!;
      expect([own.shiftId, own.personId]).toEqual([shiftId, personId]);
      expect(now.getTime() - own.at.getTime()).toBeGreaterThanOrEqual(0);
      expect(now.getTime() - own.at.getTime()).toBeLessThan(WINDOW_MS);
      expect([isGenuine('cd'.repeat(32), own), isGenuine('ce'.repeat(32), own)]).toEqual([true, false]);
    }),
  );
});
