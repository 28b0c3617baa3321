import { totalOf } from './card-rules';
import type { CardHead, Indicator, Input } from './model';

export const indicator = (n: number, weight: number, more: Partial<Indicator> = {}): Indicator => ({
  indicatorId: `i${n}`,
  title: `指标${n}`,
  source: 'satisfaction.quarter',
  dutyItemId: '1.1',
  weight,
  reason: '居民满意是标准',
  ...more,
});
export const shown = (n: number, [num, den]: readonly [number, number], spread: number, group = `g${n}`): Input => {
  const point = Math.floor((num * 20_000 + den) / (2 * den));
  const [low, high] = [Math.max(0, point - spread), Math.min(10_000, point + spread)];
  return { indicatorId: `i${n}`, shown: true, num, den, low, high, base: den, group };
};
export const hidden = (n: number): Input => ({ indicatorId: `i${n}`, shown: false, why: 'few' });

/** A card among others, of figures with these weights. */
export const head = (communityId: string, figures: readonly [Input, number][], schemeVersion = 1): CardHead => {
  const inputs = figures.map(([input]) => input);
  const weights = figures.map(([{ indicatorId }, weight]) => ({ indicatorId, weight }));
  const madeAt = '2027-02-01T02:00:00.000Z';
  return { communityId, quarter: '2026Q4', schemeVersion, madeAt, weights, inputs, total: totalOf(weights, inputs) };
};
