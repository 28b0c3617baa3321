import { intervalOf, type Interval } from './parts';
import { zOf } from './normal';

/** The confidence level of every interval the house shows. */
export const LEVEL = 0.95;

/**
 * The score interval of a share `p` seen in `n` answers, as two numbers between 0 and 1:
 * (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n). `n` need not be whole (an effective sample size), and an infinite one,
 * a full count, gives the share itself.
 * Wilson 1927, JASA 22, 209–212; recommended for every n by Brown, Cai & DasGupta 2001, Statistical Science 16, 101–133.
 * Without the continuity correction, so that its coverage lies about the level and not always above it.
 * @throws RangeError unless 0 ≤ p ≤ 1 and n > 0
 */
export const scoreBounds = (p: number, n: number, z: number): [low: number, high: number] => {
  if (!(p >= 0 && p <= 1 && n > 0)) throw new RangeError('a share is between 0 and 1, of more than nothing');
  if (n === Infinity) return [p, p];
  const square = z * z;
  const centre = (p + square / (2 * n)) / (1 + square / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))) / (1 + square / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
};

/**
 * The Wilson interval of `yes` out of `n`, in ten-thousandths.
 * @throws RangeError unless 0 ≤ yes ≤ n and n > 0
 */
export const wilson = (yes: number, n: number, z: number = zOf(LEVEL)): Interval =>
  intervalOf(...scoreBounds(yes / n, n, z));

const STEPS = 80;

/**
 * How many answers stand behind a Wilson interval of level `z` so many wide about a share: Wilson’s formula turned about by
 * halving. An interval without width is a full count, of endless answers. With it an interval that was published at one
 * level is reckoned at another.
 */
export const answersBehind = (share: number, width: number, z: number): number => {
  if (width <= 0) return Infinity;
  const widthOf = (n: number) => {
    const [low, high] = scoreBounds(share, n, z);
    return high - low;
  };
  let [few, many] = [-10, 40];
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (few + many) / 2;
    if (widthOf(2 ** middle) > width) few = middle;
    else many = middle;
  }
  return 2 ** many;
};
