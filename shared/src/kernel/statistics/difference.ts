import { WHOLE, type Interval } from './parts';

/** One estimate in a weighted sum: where it lies and between what, all in ten-thousandths. */
export interface Estimate extends Interval {
  value: number;
  /** In the sum's own unit, below zero where it is taken off. */
  weight: number;
  /** Estimates out of the same answers: they may err together. */
  group: string;
}
/** A weighted sum with its interval, in ten-thousandths of the weights' unit. */
export interface Sum {
  value: number;
  low: number;
  high: number;
}

/** How far an estimate's error may pull the sum down, and up. */
const pulls = ({ value, low, high, weight }: Estimate): [down: number, up: number] => {
  const [below, above] = [Math.max(0, value - low), Math.max(0, high - value)];
  return weight < 0 ? [-weight * above, -weight * below] : [weight * below, weight * above];
};

/**
 * The interval of a weighted sum of estimates from their own intervals: Σ wθ − √Σ (w(θ − l))² to Σ wθ + √Σ (w(u − θ))²
 * (variance estimates recovered: Zou & Donner 2008, Statistics in Medicine 27, 1693–1702). For the difference of two shares
 * with Wilson intervals it is method 10 of Newcombe 1998, Statistics in Medicine 17, 873–890. Estimates of one group come of
 * the same answers: their errors are added as they are, the widest they can be, before groups are put together.
 */
export const combine = (estimates: readonly Estimate[]): Sum => {
  const groups = new Map<string, [number, number]>();
  for (const estimate of estimates) {
    const [down, up] = groups.get(estimate.group) ?? [0, 0];
    const [more, further] = pulls(estimate);
    groups.set(estimate.group, [down + more, up + further]);
  }
  const value = estimates.reduce((sum, { value: of, weight }) => sum + of * weight, 0);
  const root = (side: 0 | 1) => Math.sqrt([...groups.values()].reduce((sum, pull) => sum + pull[side] ** 2, 0));
  return { value, low: value - root(0), high: value + root(1) };
};

/** The difference of two independent shares and its interval, all in ten-thousandths: Newcombe's method 10. */
export const difference = (a: Interval & { value: number }, b: Interval & { value: number }): Sum => {
  const { value, low, high } = combine([
    { ...a, weight: 1, group: 'a' },
    { ...b, weight: -1, group: 'b' },
  ]);
  return { value, low: Math.max(-WHOLE, low), high: Math.min(WHOLE, high) };
};

/** Pairs among `n` that are shown together: so many comparisons are made at once. */
export const pairsOf = (n: number): number => (n * (n - 1)) / 2;
