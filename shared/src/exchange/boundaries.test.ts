import fc from 'fast-check';
import type { RuleVersion, Track } from './model';
import * as ruleSets from './rule-sets';
import { MILESTONES, MOST_PER_HOUR, PARTS, SHOWN_FROM } from './rule-sets';
import { maySpend, mayHoldFrom, mayTake, milestonesOf, ruleAt, standingOf, weigh, type Tally } from './rules';
import { minutesShown } from './teams';
import { maskedName } from './thanks';

/** Rules against a slow plain word of what they mean, and at their very edges. */
const DAY = 86_400_000;
const day = (n: number) => new Date(Date.UTC(2026, 10, 1) + n * DAY).toISOString().slice(0, 10);
/** The calendar day in China of an instant, read off a clock that is eight hours ahead. */
const chinaDay = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const instant = fc.integer({ min: 0, max: 200 * 24 * 60 }).map((minute) => {
  const edge = Date.UTC(2026, 9, 31, 16) + minute * 60_000;
  return new Date(edge - (minute % 3 === 0 ? 1 : 0)).toISOString();
});
const rate = fc.constantFrom(0, 1, 7, 10, 59, MOST_PER_HOUR);
const rulesOf = fc
  .array(fc.record({ day: fc.nat(120), perRecordedHour: rate, perHonoraryHour: rate }), { maxLength: 6 })
  .map((all) =>
    all.map(({ day: n, ...rest }, i): RuleVersion => ({
      ...{ ...rest, from: day(n), version: i + 1, shownAs: 'points', setAt: '2026-11-01T00:00:00.000Z' },
    })),
  );

test('the rule of an instant is the last version whose day had come in China, however they are read', () => {
  fc.assert(
    fc.property(rulesOf, instant, fc.infiniteStream(fc.nat()), (rules, at, order) => {
      let plain: RuleVersion | undefined;
      for (const one of rules) if (one.from <= chinaDay(at)) plain = one;
      const shuffled = rules
        .map((one) => ({ one, by: order.next().value as number }))
        .sort((a, b) => a.by - b.by)
        .map(({ one }) => one);
      expect([ruleAt(rules, at), ruleAt(shuffled, at)]).toEqual([plain, plain]);
    }),
  );
});

test.each([
  ['2026-11-27T15:59:59.999Z', '2026-11-27', true],
  ['2026-11-27T16:00:00.000Z', '2026-11-27', false],
  ['2026-11-27T16:00:00.000Z', '2026-11-28', true],
  ['2026-12-31T15:59:59.999Z', '2026-12-31', true],
  ['2026-12-31T16:00:00.000Z', '2026-12-31', false],
  ['2028-02-28T16:00:00.000Z', '2028-02-29', true],
  ['2026-11-27T02:00:00.000Z', '2126-01-01', true],
])('at %s a rule that holds from %s may be set: %p', (now, from, fine) =>
  expect(mayHoldFrom({ from }, new Date(now))?.refused).toBe(fine ? undefined : 'RULE_FROM_PAST'),
);

const entry = fc.record({ minutes: fc.integer({ min: -300, max: 300 }), at: instant });
const track = fc.constantFrom<Track>('recorded', 'honorary');
/** The rate of a day in China, by the last rule that had begun. */
const plainRate = (rules: readonly RuleVersion[], at: string, of: Track) => {
  let last: RuleVersion | undefined;
  for (const one of rules) if (one.from <= chinaDay(at)) last = one;
  return (of === 'recorded' ? last?.perRecordedHour : last?.perHonoraryHour) ?? 0;
};
/** All entries of one shift at once: its minutes, at the rate and in the year of its earliest hours. */
const plainly = (all: readonly { minutes: number; at: string }[], rules: readonly RuleVersion[], of: Track) => {
  const [first] = all
    .filter(({ minutes }) => minutes > 0)
    .map(({ at }) => at)
    .sort();
  if (first === undefined) return { parts: 0, years: {} };
  const minutes = all.reduce((sum, one) => sum + one.minutes, 0);
  const counts = { minutes, services: minutes > 0 ? 1 : 0 };
  return { parts: plainRate(rules, first, of) * minutes, years: { [chinaDay(first).slice(0, 4)]: counts } };
};

test('entries of a shift one by one come to what they are together: points, minutes and shifts of a year, in both tracks', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), rulesOf, track, (all, rules, of) => {
      let tally: Tally | undefined;
      let parts = 0;
      const years: Record<string, { minutes: number; services: number }> = {};
      for (const one of all) {
        const effect = weigh(tally, one, { rules, track: of });
        expect(Number.isSafeInteger(effect.parts)).toBe(true);
        tally = effect.after;
        parts += effect.parts;
        for (const [year, { minutes, services }] of Object.entries(effect.years)) {
          const sum = (years[year] ??= { minutes: 0, services: 0 });
          sum.minutes += minutes;
          sum.services += services;
        }
      }
      const some = Object.entries(years).filter(([, { minutes, services }]) => minutes !== 0 || services !== 0);
      const plain = plainly(all, rules, of);
      const expected = Object.entries(plain.years).filter(([, { minutes, services }]) => minutes || services);
      expect([parts + 0, some]).toEqual([plain.parts + 0, expected]);
    }),
  );
});

test('taking back exactly what was entered leaves exactly what was there before, under whatever rules', () => {
  fc.assert(
    fc.property(entry, fc.array(instant, { minLength: 1, maxLength: 4 }), rulesOf, track, (one, times, rules, of) => {
      const hours = { ...one, minutes: Math.abs(one.minutes) + times.length };
      const given = weigh(undefined, hours, { rules, track: of });
      let [tally, parts] = [given.after, given.parts];
      const slice = Math.floor(hours.minutes / times.length);
      times.forEach((at, i) => {
        const minutes = i === 0 ? hours.minutes - slice * (times.length - 1) : slice;
        const back = weigh(tally, { minutes: -minutes, at }, { rules, track: of });
        [tally, parts] = [back.after, parts + back.parts];
      });
      expect([tally.minutes, parts]).toEqual([0, 0]);
    }),
  );
});

test('what may be spent, and what is had of it, is whole points rounded down, and nobody has less than none', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 1, max: 200 }), (parts, points) => {
      let have = 0;
      while ((have + 1) * PARTS <= parts) have += 1;
      expect(maySpend(parts, points)).toEqual(
        have >= points ? undefined : { refused: 'POINTS_SHORT', facts: { needed: points, have } },
      );
      expect(standingOf(parts)).toEqual(parts < 0 ? { balance: 0, debt: -parts } : { balance: parts, debt: 0 });
    }),
  );
  expect(Object.is(standingOf(0).debt, 0)).toBe(true);
});

test('of several reasons why an offer cannot be had the first is told: closed, then dearer or cheaper, then gone', () => {
  const reasons = [true, false].flatMap((open) =>
    [20, 19, 21].flatMap((points) => [0, 1].map((stock) => mayTake({ open, points, stock }, 20)?.refused ?? 'fine')),
  );
  const dear = ['PRICE_CHANGED', 'PRICE_CHANGED', 'PRICE_CHANGED', 'PRICE_CHANGED'];
  expect(reasons).toEqual(['SOLD_OUT', 'fine', ...dear, ...Array<string>(6).fill('OFFER_CLOSED')]);
});

test('every milestone is reached at its very minute and not one before; the next one is the first that is not', () => {
  for (const { hours } of MILESTONES) {
    const [before, then] = [milestonesOf(hours * 60 - 1), milestonesOf(hours * 60)];
    expect([before.next?.hours, then.reached.at(-1)?.hours]).toEqual([hours, hours]);
    expect(then.reached.length - before.reached.length).toBe(1);
  }
  expect(milestonesOf(-60)).toEqual({ reached: [], next: MILESTONES[0] });
});

test('the hours of a team are told from so many members on, also when they are none or were taken back', () => {
  const told = [0, 1, SHOWN_FROM - 1, SHOWN_FROM, SHOWN_FROM + 1].map((members) =>
    minutesShown({ members, minutes: 0 }),
  );
  expect(told).toEqual([{}, {}, {}, { minutes: 0 }, { minutes: 0 }]);
});

test('of a name whoever thanks sees its first character and nothing else of it, nor how long it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (name) => {
      const shown = [...maskedName(name)];
      expect(shown).toEqual([[...name][0], '*', '*']);
    }),
  );
});

describe('numbers that may change', () => {
  const sources = Object.entries(ruleSets).filter(([name]) => name.endsWith('_SOURCE'));
  test.each(sources)(
    '%s says in words where it is written, since when, and whether somebody has looked',
    (_, where) => {
      const { source, sourceDate, verified } = where as Record<string, unknown>;
      expect(source).toMatch(/\p{Script=Han}{4,}/u);
      expect(new Date(String(sourceDate)).toISOString().slice(0, 10)).toBe(sourceDate);
      expect(Date.parse(String(sourceDate))).toBeLessThanOrEqual(Date.parse('2026-11-27'));
      expect(typeof verified).toBe('boolean');
    },
  );
  test('points and stars each have a source, and the stars are those it names', () => {
    expect(sources.map(([name]) => name).sort()).toEqual(['POINTS_SOURCE', 'STARS_SOURCE']);
    const starred = MILESTONES.flatMap((one) => ('stars' in one ? [String(one.hours)] : []));
    expect(ruleSets.STARS_SOURCE.source.match(/\d+/g)).toEqual(starred);
  });
  test('the dearest thing bought with the best paid life of service is counted without losing a sixtieth', () => {
    const life = MOST_PER_HOUR * 60 * 24 * 366 * 100;
    expect(Number.isSafeInteger(life * PARTS)).toBe(true);
    expect(Number.isSafeInteger(ruleSets.MOST_POINTS * PARTS * ruleSets.MOST_STOCK)).toBe(true);
  });
});
