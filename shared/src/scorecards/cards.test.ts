import * as fc from 'fast-check';
import { mayMakeCard, pointOf, totalOf } from './card-rules';
import { tellApart } from './compare';
import type { Input } from './model';
import { cardDay, cardsByThemselves, quarterAfter, quarterAt, quarterWords, spanOf } from './quarters';
import { head, hidden, indicator as of, shown } from './test-cards';

describe('quarters of China', () => {
  test.each([
    ['2026-11-27T02:00:00.000Z', '2026Q4'],
    ['2026-12-31T15:59:59.999Z', '2026Q4'],
    ['2026-12-31T16:00:00.000Z', '2027Q1'],
    ['2027-03-31T15:59:59.999Z', '2027Q1'],
    ['2027-06-30T16:00:00.000Z', '2027Q3'],
  ])('%s lies in %s', (at, quarter) => {
    expect(quarterAt(at)).toBe(quarter);
    const { from, until } = spanOf(quarter);
    expect(from <= at && at < until).toBe(true);
  });
  test('go on and back, and have words', () => {
    expect([quarterAfter('2026Q4', 1), quarterAfter('2027Q1', -1), quarterAfter('2026Q4', -5)]).toEqual([
      '2027Q1',
      '2026Q4',
      '2025Q3',
    ]);
    expect(quarterWords('2026Q4')).toBe('2026年第四季度');
    expect(spanOf('2026Q4').until).toBe(spanOf('2027Q1').from);
  });
  test('a card waits until every round of its quarter has closed', () => {
    expect(cardDay('2026Q4')).toBe('2027-01-31');
    expect(mayMakeCard('2026Q4', new Date('2027-01-30T15:59:59.999Z'))).toEqual({
      refused: 'CARD_EARLY',
      facts: { day: '2027-01-31' },
    });
    expect(mayMakeCard('2026Q4', new Date('2027-01-30T16:00:00.000Z'))).toBeUndefined();
  });
});

describe('what a card comes to', () => {
  const SCHEME = [of(1, 500), of(2, 400), of(3, 100)];
  test.each<[string, Input[], object]>([
    [
      'figures without error',
      [shown(1, [8, 10], 0), shown(2, [1, 2], 0), shown(3, [1, 1], 0)],
      { from: 7_000, to: 7_000, low: 7_000, high: 7_000 },
    ],
    [
      'what is withheld is from nothing to the whole',
      [shown(1, [8, 10], 0), hidden(2), hidden(3)],
      { from: 4_000, to: 9_000, low: 4_000, high: 9_000 },
    ],
    ['all withheld', [hidden(1), hidden(2), hidden(3)], { from: 0, to: 10_000, low: 0, high: 10_000 }],
    // √(500×300)² + (400×400)²) ÷ 1000 = 219.3
    [
      'errors of different answers, in squares',
      [shown(1, [8, 10], 300), shown(2, [1, 2], 400), shown(3, [1, 1], 0)],
      { from: 7_000, to: 7_000, low: 6_780, high: 7_220 },
    ],
    [
      'errors of the same answers, as they are',
      [shown(1, [8, 10], 300, 'round'), shown(2, [1, 2], 400, 'round'), shown(3, [1, 1], 0)],
      { from: 7_000, to: 7_000, low: 6_690, high: 7_310 },
    ],
    [
      'thirds are rounded once',
      [shown(1, [1, 3], 0), shown(2, [1, 3], 0), shown(3, [1, 3], 0)],
      { from: 3_333, to: 3_333, low: 3_333, high: 3_333 },
    ],
  ])('%s', (_, inputs, total) => expect(totalOf(SCHEME, inputs)).toEqual(total));
  test('never lies outside nothing and the whole, and holds what was reckoned', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(3_000), fc.boolean()), { minLength: 3, maxLength: 3 }),
        (some) => {
          const inputs = some.map(([a, b, spread, seen], i) =>
            seen ? shown(i + 1, [Math.min(a, b), Math.max(a, b, 1)], spread) : hidden(i + 1),
          );
          const { from, to, low, high } = totalOf(SCHEME, inputs);
          expect(0 <= low && low <= from && from <= to && to <= high && high <= 10_000).toBe(true);
        },
      ),
    ));
  test('a figure is rounded half up', () =>
    expect([pointOf({ num: 1, den: 3 }), pointOf({ num: 1, den: 16 }), pointOf({ num: 1, den: 20_000 })]).toEqual([
      3_333, 625, 1,
    ]));
});

describe('communities are told apart', () => {
  const wilsonLike = (n: number, num: number, den: number) =>
    shown(n, [num, den], Math.round(1.96 * Math.sqrt(((num / den) * (1 - num / den)) / den) * 10_000));
  const card = (id: string, num: number, den: number) => head(id, [[wilsonLike(1, num, den), 1_000]]);
  test('only where intervals allow it', () => {
    expect(tellApart([card('a', 160, 200), card('b', 150, 200)])).toEqual([]);
    expect(tellApart([card('a', 180, 200), card('b', 120, 200)])).toEqual([{ above: 'a', below: 'b' }]);
    expect(tellApart([card('b', 120, 200), card('a', 180, 200)])).toEqual([{ above: 'a', below: 'b' }]);
    expect(tellApart([card('a', 9, 10), card('b', 6, 10)])).toEqual([]);
  });
  test('the more pairs are shown, the more it takes', () => {
    const [a, b] = [card('a', 170, 200), card('b', 150, 200)];
    expect(tellApart([a, b])).toEqual([{ above: 'a', below: 'b' }]);
    const others = ['c', 'd', 'e', 'f', 'g', 'h'].map((id) => card(id, 160, 200));
    expect(tellApart([a, b, ...others])).toEqual([]);
  });
  test('not where what is withheld could turn it about', () => {
    const [a, b] = [card('a', 180, 200), card('b', 120, 200)];
    const withheld = head('b', [
      [wilsonLike(1, 120, 200), 600],
      [hidden(2), 400],
    ]);
    const more = head('a', [
      [wilsonLike(1, 180, 200), 600],
      [hidden(2), 400],
    ]);
    expect(tellApart([a, b])).toHaveLength(1);
    expect(tellApart([more, withheld])).toEqual([]);
  });
  test('not across schemes, nor of one alone', () => {
    expect(tellApart([card('a', 180, 200), head('b', [[shown(1, [12, 20], 100), 1_000]], 2)])).toEqual([]);
    expect(tellApart([card('a', 1, 2)])).toEqual([]);
    expect(tellApart([])).toEqual([]);
  });
  test('no two are both above each other, and equal ones never apart', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 }), (shares) => {
        const pairs = tellApart(shares.map((yes, i) => card(`c${i}`, yes, 100)));
        for (const { above, below } of pairs) {
          expect(shares[Number(above.slice(1))]).toBeGreaterThan(shares[Number(below.slice(1))] ?? 0);
          expect(pairs).not.toContainEqual({ above: below, below: above });
        }
      }),
    ));
});

test.each([
  ['2027-01-31T15:59:59.999Z', '2026Q3'],
  ['2027-01-31T16:00:00.000Z', '2026Q4'],
  ['2027-04-01T02:00:00.000Z', '2026Q4'],
])('at %s the cards that make themselves are those of %s', (now, quarter) =>
  expect(cardsByThemselves(new Date(now))).toBe(quarter),
);
