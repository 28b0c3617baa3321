import { LEAST_GROUP } from '@gongzhi/shared/opinions/thresholds';
import { groupPeople } from './group-people';
import { plantAnswers, scatterAnswers, type Plan } from './plant-answers';
import { seedRandom } from './seed-random';

const SEEDS = Array.from({ length: 10 }, (_, i) => i * 7_919 + 1);
const pairs = (n: number) => (n * (n - 1)) / 2;

/** How far two groupings agree: 1 the same, 0 no more than by chance (Hubert and Arabie 1985). */
const adjustedRand = (a: readonly number[], b: readonly number[]): number => {
  const count = (key: (i: number) => string) => {
    const counts = new Map<string, number>();
    a.forEach((_, i) => counts.set(key(i), (counts.get(key(i)) ?? 0) + 1));
    return [...counts.values()].reduce((sum, n) => sum + pairs(n), 0);
  };
  const [both, inA, inB] = [count((i) => `${a[i]}|${b[i]}`), count((i) => `${a[i]}`), count((i) => `${b[i]}`)];
  const byChance = (inA * inB) / pairs(a.length);
  const most = (inA + inB) / 2;
  return most === byChance ? 1 : (both - byChance) / (most - byChance);
};
const meanRand = (seeds: number, plan: Omit<Plan, 'seed'>) => {
  const scores = SEEDS.slice(0, seeds).map((seed) => {
    const { rows, truth } = plantAnswers({ ...plan, seed });
    return adjustedRand(groupPeople(rows).labels, truth);
  });
  return scores.reduce((sum, x) => sum + x, 0) / scores.length;
};

// Each picture is compared with nineteen dealt by chance, so the time goes with the size: fewer seeds where there are many people.
test.each<[number, number, Omit<Plan, 'seed'>]>([
  [0.95, 6, { people: 30, statements: 12, groups: 2, noise: 0.1, missing: 0.1 }],
  [0.9, 4, { people: 60, statements: 20, groups: 2, noise: 0.2, missing: 0.3 }],
  [0.9, 4, { people: 60, statements: 16, groups: 3, noise: 0.1, missing: 0.2 }],
  [0.95, 2, { people: 120, statements: 40, groups: 3, noise: 0.15, missing: 0.5 }],
])('planted groups are found: adjusted Rand index at least %s over %i seeds for %j', (least, seeds, plan) => {
  expect(meanRand(seeds, plan)).toBeGreaterThanOrEqual(least);
});

test('where answers do not hang together no groups are claimed: at most one time in ten', () => {
  const claimed = [
    { people: 30, statements: 12 },
    { people: 60, statements: 8 },
    { people: 100, statements: 20 },
  ].flatMap((size) => SEEDS.slice(0, 8).map((seed) => groupPeople(scatterAnswers({ ...size, seed })).count > 1));
  expect(claimed.filter(Boolean).length / claimed.length).toBeLessThanOrEqual(0.1);
});

test('who is listed first changes nothing: any order of people gives each the same group and place', () => {
  for (const seed of SEEDS.slice(0, 3)) {
    const { rows } = plantAnswers({ seed, people: 40, statements: 12, groups: 2, noise: 0.15 });
    const random = seedRandom(seed);
    const order = rows
      .map((_, i) => [random(), i] as const)
      .sort(([a], [b]) => a - b)
      .map(([, i]) => i);
    const [straight, mixed] = [groupPeople(rows), groupPeople(order.map((i) => rows[i] ?? []))];
    expect(order.map((i) => straight.labels[i])).toEqual(mixed.labels);
    expect(order.map((i) => straight.points[i])).toEqual(mixed.points);
  }
});

test('statements in another order give the same groups', () => {
  for (const seed of SEEDS.slice(0, 3)) {
    const { rows } = plantAnswers({ seed, people: 40, statements: 14, groups: 2, noise: 0.05 });
    expect(groupPeople(rows.map((row) => [...row].reverse())).labels).toEqual(groupPeople(rows).labels);
  }
});

test('the same answers give the same picture, to the last digit', () => {
  const { rows } = plantAnswers({ seed: 5, people: 45, statements: 15, groups: 3 });
  expect(groupPeople(rows)).toEqual(groupPeople(rows.map((row) => [...row])));
});

test('no group has fewer than five people, whatever the answers', () => {
  for (const seed of SEEDS) {
    const { rows } = plantAnswers({ seed, people: 17, statements: 9, groups: 4, noise: 0.05 });
    const { labels } = groupPeople(rows);
    for (const label of new Set(labels))
      expect(labels.filter((l) => l === label).length).toBeGreaterThanOrEqual(LEAST_GROUP);
  }
});

test('nothing to see in nothing: nobody, one person, everybody of one mind', () => {
  expect(groupPeople([])).toMatchObject({ labels: [], count: 1 });
  expect(groupPeople([[1, -1]])).toMatchObject({ labels: [0], count: 1 });
  expect(groupPeople(Array.from({ length: 20 }, () => [1, 1, -1] as const)).count).toBe(1);
});
