import { kmeans } from 'ml-kmeans';
import { LEAST_GROUP, MOST_GROUPS } from '@gongzhi/shared/opinions/thresholds';
import type { Point } from './place-people';

/** Each number of groups is tried from this many beginnings, and the tightest grouping is kept. */
const BEGINNINGS = 8;
/** A grouping of points that lie anywhere still has a silhouette of about 0.35 in the plane: groups are seen above this one. */
const SEEN = 0.45;
/** One group more must be so much clearer: of two pictures that say about the same, the simpler is taken. */
const CLEARER = 0.03;

const NOWHERE: Point = [0, 0];
const apart = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by);

interface Grouping {
  labels: number[];
  silhouette: number;
}

/** Mean distance from a point to the members of each group, itself left out. */
const distances = (at: number, points: readonly Point[], labels: readonly number[], k: number): number[] => {
  const sums = Array.from({ length: k }, () => 0);
  const counts = Array.from({ length: k }, () => 0);
  points.forEach((point, other) => {
    if (other === at) return;
    const label = labels[other] ?? 0;
    sums[label] = (sums[label] ?? 0) + apart(points[at] ?? point, point);
    counts[label] = (counts[label] ?? 0) + 1;
  });
  return sums.map((sum, label) => (counts[label] ? sum / (counts[label] ?? 1) : 0));
};

/** How much nearer people are to their own group than to the next one: −1 to 1, the mean over all (Rousseeuw 1987). */
export const silhouetteOf = (points: readonly Point[], labels: readonly number[], k: number): number => {
  const each = points.map((_, at) => {
    const far = distances(at, points, labels, k);
    const own = far[labels[at] ?? 0] ?? 0;
    const next = Math.min(...far.filter((_x, label) => label !== labels[at]));
    return Math.max(own, next) === 0 ? 0 : (next - own) / Math.max(own, next);
  });
  return each.reduce((sum, x) => sum + x, 0) / Math.max(1, each.length);
};

const inertia = (points: Point[], labels: number[], centroids: number[][]) =>
  points.reduce((sum, point, i) => sum + apart(point, centroids[labels[i] ?? 0] as Point) ** 2, 0);

const tightest = (points: Point[], k: number): number[] => {
  let best: { labels: number[]; spread: number } | undefined;
  for (let seed = 1; seed <= BEGINNINGS; seed += 1) {
    const { clusters, centroids } = kmeans(points, k, { seed, initialization: 'kmeans++', maxIterations: 100 });
    const spread = inertia(points, clusters, centroids);
    if (!best || spread < best.spread - 1e-9) best = { labels: clusters, spread };
  }
  return best?.labels ?? [];
};

const sizesOf = (labels: readonly number[], k: number) =>
  Array.from({ length: k }, (_, group) => labels.filter((label) => label === group).length);

/** Groups large enough to be shown, or undefined where one would be too small. */
const tried = (points: Point[], k: number): Grouping | undefined => {
  const labels = tightest(points, k);
  if (sizesOf(labels, k).some((size) => size < LEAST_GROUP)) return undefined;
  return { labels, silhouette: silhouetteOf(points, labels, k) };
};

/** Groups by size, largest first; of equal ones the one further left: a name that depends on nobody's place in a list. */
const renamed = (points: readonly Point[], labels: readonly number[]): number[] => {
  const groups = [...new Set(labels)].map((label) => {
    const own = points.filter((_, i) => labels[i] === label);
    return { label, size: own.length, x: own.reduce((sum, [x]) => sum + x, 0) / own.length };
  });
  groups.sort((a, b) => b.size - a.size || a.x - b.x);
  return labels.map((label) => groups.findIndex((group) => group.label === label));
};

/** At most five groups, and never more than two for the first dozen people (Polis: 2 + people ÷ 12). */
const mostFor = (people: number) => Math.min(MOST_GROUPS, 2 + Math.floor(people / 12));

/**
 * The group of each point, largest group first; all 0 where no groups are to be seen. Points are put in the order of
 * their places first, so that the answer depends on where people stand and not on who is listed first.
 */
export const groupPoints = (points: readonly Point[]): { labels: number[]; silhouette: number } => {
  const one = { labels: points.map(() => 0), silhouette: 0 };
  const order = points
    .map((_, i) => i)
    .sort((a, b) => {
      const [[ax, ay], [bx, by]] = [points[a] ?? NOWHERE, points[b] ?? NOWHERE];
      return ax - bx || ay - by;
    });
  const sorted = order.map((i) => points[i] as Point);
  let best: Grouping | undefined;
  for (let k = 2; k <= mostFor(points.length) && k * LEAST_GROUP <= points.length; k += 1) {
    const grouping = tried(sorted, k);
    if (grouping && grouping.silhouette > Math.max(SEEN, (best?.silhouette ?? 0) + CLEARER)) best = grouping;
  }
  if (!best) return one;
  const names = renamed(sorted, best.labels);
  const labels = [...one.labels];
  order.forEach((i, at) => (labels[i] = names[at] ?? 0));
  return { labels, silhouette: best.silhouette };
};
