import { groupPoints } from './group-points';
import { placePeople, type Cell, type Placing, type Row } from './place-people';
import { seedRandom } from './seed-random';

/** So often the same answers are dealt out by chance; groups stand only where they are clearer than in each of these. */
const DEALT = 19;
/** Up to this many answers; beyond, chance groupings lie well below the bound that groupPoints has, and dealing would only take time. */
const MOST_DEALT = 20_000;
const SEED = 20_261_125;

const nameOf = (row: Row): string => row.map((cell) => cell ?? '·').join(',');

/** The same answers to each statement, dealt out among those who answered it: whoever agrees here no longer agrees there. */
const deal = (rows: readonly Row[], random: () => number): Row[] => {
  const dealt = rows.map((row) => [...row]);
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = dealt.flatMap((row, i) => (row[column] === undefined ? [] : [i]));
    const cells: Cell[] = at.map((i) => rows[i]?.[column]);
    for (let last = cells.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [cells[last], cells[other]] = [cells[other], cells[last]];
    }
    at.forEach((i, n) => {
      const row = dealt[i];
      if (row) row[column] = cells[n];
    });
  }
  return dealt;
};

const isByChance = (rows: readonly Row[], silhouette: number): boolean => {
  if (rows.length * (rows[0]?.length ?? 0) > MOST_DEALT) return false;
  const random = seedRandom(SEED);
  for (let turn = 0; turn < DEALT; turn += 1)
    if (groupPoints(placePeople(deal(rows, random)).points).silhouette >= silhouette) return true;
  return false;
};

export interface Groups extends Placing {
  /** The group of each row, 0 the largest; all 0 where no groups are to be seen. */
  labels: number[];
  count: number;
}

/**
 * Groups of people who answer alike, from answers alone. People are taken in the order of what they answered, so who is
 * listed first changes nothing; all chance is seeded, so the same answers give the same picture.
 */
export const groupPeople = (rows: readonly Row[]): Groups => {
  const order = rows.map((_, i) => i);
  const names = rows.map(nameOf);
  order.sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const sorted = order.map((i) => rows[i] as Row);
  const { points, pulls } = placePeople(sorted);
  const found = groupPoints(points);
  const many = found.silhouette > 0 && !isByChance(sorted, found.silhouette);
  const groups: Groups = { points: [], pulls, labels: [], count: many ? new Set(found.labels).size : 1 };
  order.forEach((i, at) => {
    groups.points[i] = points[at] ?? [0, 0];
    groups.labels[i] = many ? (found.labels[at] ?? 0) : 0;
  });
  return groups;
};
