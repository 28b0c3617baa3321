import fc from 'fast-check';
import type { RuleVersion } from './model';
import { MILESTONES, PARTS } from './rule-sets';
import {
  maySpend,
  mayHoldFrom,
  mayTake,
  milestonesOf,
  ruleAt,
  standingOf,
  weigh,
  type Entered,
  type Tally,
} from './rules';

const rule = (version: number, from: string, more: Partial<RuleVersion> = {}): RuleVersion => ({
  ...{ version, from, perRecordedHour: 10, perHonoraryHour: 4, shownAs: 'points', setAt: '2026-11-01T00:00:00.000Z' },
  ...more,
});

describe('which rule holds', () => {
  const rules = [rule(1, '2026-11-01'), rule(2, '2027-01-01'), rule(3, '2026-12-01')];
  test.each([
    ['before the first', '2026-10-31T15:59:59.999Z', undefined],
    ['at the midnight in China with which it begins', '2026-10-31T16:00:00.000Z', 1],
    ['until the next begins', '2026-11-30T15:59:59.999Z', 1],
    ['a later version from an earlier day', '2026-11-30T16:00:00.000Z', 3],
    ['and what it stands in place of never comes', '2027-01-02T00:00:00.000Z', 3],
  ])('%s', (_, at, version) => expect(ruleAt(rules, at)?.version).toBe(version));

  test('a rule holds from today in China on, never from yesterday', () => {
    const now = new Date('2026-11-27T17:00:00.000Z');
    expect(mayHoldFrom({ from: '2026-11-28' }, now)).toBeUndefined();
    expect(mayHoldFrom({ from: '2026-11-27' }, now)).toEqual({ refused: 'RULE_FROM_PAST' });
  });
});

describe('what hours come to', () => {
  const rules = [rule(1, '2026-11-01'), rule(2, '2026-12-01', { perRecordedHour: 30 })];
  const by = { rules, track: 'recorded' } as const;
  const at = '2026-11-20T02:00:00.000Z';
  const later = '2026-12-20T02:00:00.000Z';
  const none = { minutes: 0 };

  test.each<[string, Entered, 'recorded' | 'honorary', number]>([
    ['an hour', { minutes: 60, at }, 'recorded', 10 * PARTS],
    ['a minute is a sixtieth of it, and nothing is rounded', { minutes: 1, at }, 'recorded', 10],
    ['an honorary hour', { minutes: 60, at }, 'honorary', 4 * PARTS],
    ['an hour under the next rule', { minutes: 60, at: later }, 'recorded', 30 * PARTS],
    ['an hour before there was a rule', { minutes: 60, at: '2026-10-01T00:00:00.000Z' }, 'recorded', 0],
    ['no time', { minutes: 0, at }, 'recorded', 0],
    ['a reversal of nothing', { minutes: -60, at }, 'recorded', 0],
  ])('%s', (_, entered, track, parts) => expect(weigh(none, entered, { rules, track }).parts).toBe(parts));

  test('a reversal takes back what was given, also under a rule that gives more by then', () => {
    const given = weigh(undefined, { minutes: 60, at }, by);
    expect(weigh(given.after, { minutes: -60, at: later }, by).parts).toBe(-given.parts);
  });

  test('a reversal that comes first waits for its hours, and nothing is owed meanwhile', () => {
    const first = weigh(undefined, { minutes: -60, at: later }, by);
    expect([first.parts, first.years]).toEqual([0, {}]);
    const second = weigh(first.after, { minutes: 60, at }, by);
    expect(second).toMatchObject({ parts: 0, after: { minutes: 0 }, years: { 2026: { minutes: 0, services: 0 } } });
  });

  test('a shift counts once in the year in which it was first entered', () => {
    const one = weigh(undefined, { minutes: 90, at: '2026-12-31T15:00:00.000Z' }, by);
    expect(one.years).toEqual({ 2026: { minutes: 90, services: 1 } });
    const mended = weigh(one.after, { minutes: 30, at: '2027-01-02T00:00:00.000Z' }, by);
    expect(mended.years).toEqual({ 2026: { minutes: 30, services: 0 } });
    const gone = weigh(mended.after, { minutes: -120, at: '2027-01-03T00:00:00.000Z' }, by);
    expect(gone.years).toEqual({ 2026: { minutes: -120, services: -1 } });
  });

  const instants = [at, '2026-11-20T03:00:00.000Z', '2026-11-30T16:00:00.000Z', later, '2027-01-01T00:00:00.000Z'];
  const entries = fc.array(
    fc.record({ minutes: fc.integer({ min: -300, max: 300 }), at: fc.constantFrom(...instants) }),
    { minLength: 1, maxLength: 8 },
  );
  const whole = (all: readonly Entered[]) => {
    let tally: Tally | undefined;
    let parts = 0;
    const years: Record<string, number> = {};
    for (const one of all) {
      const effect = weigh(tally, one, by);
      tally = effect.after;
      parts += effect.parts;
      for (const [year, { minutes, services }] of Object.entries(effect.years))
        years[year] = (years[year] ?? 0) + minutes * 1_000 + services;
    }
    return { tally, parts, years: Object.entries(years).filter(([, sum]) => sum !== 0) };
  };

  test('in whatever order entries of a shift come, they come to the same', () => {
    fc.assert(
      fc.property(
        entries.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
        ),
        ([all, shuffled]) => expect(whole(shuffled)).toEqual(whole(all)),
      ),
    );
  });

  test('together they are worth the minutes of the shift at the rate of its earliest hours', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const minutes = all.reduce((sum, one) => sum + one.minutes, 0);
        const [first] = all.filter((one) => one.minutes > 0).sort((a, b) => a.at.localeCompare(b.at));
        const rate = first ? (ruleAt(rules, first.at)?.perRecordedHour ?? 0) : 0;
        expect(whole(all).parts).toBe(rate === 0 ? 0 : minutes * rate);
      }),
    );
  });
});

test('what is owed is shown as a debt and never as a balance below nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (parts) => {
      const { balance, debt } = standingOf(parts);
      expect([balance >= 0, debt >= 0, balance * debt, balance - debt]).toEqual([true, true, 0, parts]);
    }),
  );
});

test.each([
  [10 * PARTS, 10, undefined],
  [10 * PARTS - 1, 10, { refused: 'POINTS_SHORT', facts: { needed: 10, have: 9 } }],
  [-60, 1, { refused: 'POINTS_SHORT', facts: { needed: 1, have: 0 } }],
])('with %i sixtieths a price of %i', (parts, points, no) => expect(maySpend(parts, points)).toEqual(no));

test.each([
  [0, 0, 10],
  [599, 0, 10],
  [600, 1, 50],
  [100 * 60, 3, 300],
  [1_500 * 60 - 1, 6, 1_500],
  [1_500 * 60, 7, undefined],
])('with %i minutes %i milestones are reached, and the next is at %p hours', (minutes, reached, next) => {
  const { reached: all, next: one } = milestonesOf(minutes);
  expect([all.length, one?.hours]).toEqual([reached, next]);
});

test('milestones grow, and the stars with them', () => {
  const hours = MILESTONES.map((one) => one.hours);
  expect(hours).toEqual([...hours].sort((a, b) => a - b));
  expect(MILESTONES.flatMap((one) => ('stars' in one ? [one.stars] : []))).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  [{ open: true, stock: 1, points: 20 }, 20, undefined],
  [{ open: true, stock: 0, points: 20 }, 20, { refused: 'SOLD_OUT' }],
  [{ open: true, stock: 5, points: 21 }, 20, { refused: 'PRICE_CHANGED', facts: { points: 21 } }],
  [{ open: false, stock: 5, points: 20 }, 20, { refused: 'OFFER_CLOSED' }],
])('of %j at %i points one can be had, or why not', (offer, seen, no) => expect(mayTake(offer, seen)).toEqual(no));
