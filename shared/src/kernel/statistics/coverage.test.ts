import { allocate } from './allocation';
import { combine } from './difference';
import { WHOLE } from './parts';
import { stratifiedInterval, type Stratum } from './stratified';
import { chance } from '../chance';
import { drawn } from './test-chance';
import { scoreBounds, wilson } from './wilson';
import { zOf } from './normal';

/** How often the interval holds the truth in 10,000 simulated surveys. */
const SURVEYS = 10_000;
const coverage = (survey: () => boolean, surveys = SURVEYS): number => {
  let held = 0;
  for (let i = 0; i < surveys; i += 1) if (survey()) held += 1;
  return held / surveys;
};

/** Who belongs to each stratum, what share of them says yes, and what share answers when asked. */
interface Layer {
  size: number;
  yes: number;
  answers: number;
}
const layer = (size: number, share: number, answers: number): Layer => ({
  size,
  yes: Math.round(size * share),
  answers,
});

const SURVEYED: [what: string, layers: Layer[], n: number][] = [
  ['a community, six buildings, all much alike', [0.8, 0.82, 0.78, 0.81, 0.8, 0.79].map((p) => layer(300, p, 1)), 120],
  ['two thirds answer', [0.8, 0.7, 0.9, 0.85].map((p) => layer(400, p, 2 / 3)), 180],
  ['unlike strata, unlike willingness', [layer(900, 0.9, 0.8), layer(300, 0.5, 0.4), layer(60, 0.2, 0.9)], 150],
  ['nearly all are content', [0.97, 0.98, 0.99].map((p) => layer(500, p, 0.7)), 120],
  ['half of a small community is asked', [0.75, 0.6, 0.9].map((p) => layer(40, p, 1)), 60],
  ['many small strata at the least number', Array.from({ length: 12 }, (_, i) => layer(80, 0.55 + i / 40, 0.8)), 120],
];

describe('the interval of a stratified sample', () => {
  test.each(SURVEYED)('holds the truth about as often as it says: %s', (_, layers, n) => {
    const next = chance(20_261_127);
    const sizes = layers.map(({ size }) => size);
    const places = allocate(sizes, n, 10);
    const truth = (layers.reduce((sum, { yes }) => sum + yes, 0) / sizes.reduce((sum, size) => sum + size, 0)) * WHOLE;
    const held = coverage(() => {
      const strata = layers.map(({ size, yes, answers }, i): Stratum => {
        const asked = places[i] ?? 0;
        const answered = Array.from({ length: asked }, () => next()).filter((u) => u < answers).length;
        return { size, answered, yes: drawn(next, { size, yes, n: answered }) };
      });
      const { low, high } = stratifiedInterval(strata);
      return low <= truth && truth <= high;
    });
    expect(held).toBeGreaterThan(0.94);
    expect(held).toBeLessThan(0.99);
  });
});

describe('Wilson’s interval', () => {
  test.each([
    [20, 0.5],
    [40, 0.8],
    [100, 0.95],
    [400, 0.9],
  ])('of %i answers, %d of them yes, holds the truth about as often as it says', (n, p) => {
    const next = chance(n);
    const held = coverage(() => {
      const yes = Array.from({ length: n }, () => next()).filter((u) => u < p).length;
      const { low, high } = wilson(yes, n);
      return low <= p * WHOLE && p * WHOLE <= high;
    });
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.985);
  });
});

test('a pair is told apart wrongly in no more than one of twenty sets of ten equal communities', () => {
  const next = chance(45);
  const z = zOf(0.95, 45);
  const wrong = coverage(() => {
    const sides = Array.from({ length: 10 }, () => {
      const yes = Array.from({ length: 60 }, () => next()).filter((u) => u < 0.8).length;
      const [low, high] = scoreBounds(yes / 60, 60, z);
      return { value: yes / 60, low, high };
    });
    return sides.some((a, i) =>
      sides.slice(i + 1).some((b) => {
        const { low, high } = combine([
          { ...a, weight: 1, group: 'a' },
          { ...b, weight: -1, group: 'b' },
        ]);
        return low > 0 || high < 0;
      }),
    );
  }, 2_000);
  expect(wrong).toBeLessThan(0.05);
});
