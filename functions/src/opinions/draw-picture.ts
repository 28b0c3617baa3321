import type { Group, Picture, Said, Shown } from '@gongzhi/shared/opinions/model';
import { LEAST_GROUP, LEAST_PEOPLE, MOST_SHOWN } from '@gongzhi/shared/opinions/thresholds';
import { groupPeople, type Groups } from './group-people';
import { isPlaced, type Row } from './place-people';
import { answersIn, countOf, weighStatements, type Counts, type Weighed, type Weighing } from './weigh-statements';

export const emptyPicture: Picture = {
  shown: false,
  people: 0,
  placed: 0,
  needed: LEAST_PEOPLE,
  votes: 0,
  statements: 0,
  groups: [],
  bridges: [],
  majority: [],
  table: [],
};

const said = (weighed: readonly Weighed[]): Said[] => weighed.map(({ column, side }) => ({ no: String(column), side }));

/** Middles of the groups, on a scale on which the furthest lies at 100. */
const middles = ({ points, labels, count }: Groups): [number, number][] => {
  const raw = Array.from({ length: count }, (_, group): [number, number] => {
    const own = points.filter((_p, i) => labels[i] === group);
    const mean = (axis: 0 | 1) => own.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, own.length);
    return [mean(0), mean(1)];
  });
  const furthest = Math.max(1e-9, ...raw.flat().map(Math.abs));
  const scaled = (x: number) => Math.round((100 * x) / furthest);
  return raw.map(([x, y]) => (count === 1 ? [0, 0] : [scaled(x), scaled(y)]));
};

/** Those the picture speaks of first, then by how many answered. */
const columnsShown = (all: readonly Counts[], { bridges, majority, says }: Weighing): number[] => {
  const spoken = new Set([...bridges, ...majority, ...says.flat()].map(({ column }) => column));
  const rest = all.flatMap((counts, column) => (spoken.has(column) ? [] : [{ column, n: answersIn(counts) }]));
  rest.sort((a, b) => b.n - a.n || a.column - b.column);
  return [...spoken, ...rest.map(({ column }) => column)].slice(0, MOST_SHOWN);
};

/** Everything the answers show together, with nobody in it. @param bodies the statements' words, by number */
export const drawPicture = (
  rows: readonly Row[],
  bodies: readonly string[],
  at: string,
): Picture & { pulls: number[] } => {
  const all = bodies.map((_, column) => countOf(rows, column));
  const votes = all.reduce((sum, counts) => sum + answersIn(counts), 0);
  const placedRows = rows.filter(isPlaced);
  const figures = { people: rows.length, placed: placedRows.length, votes, statements: bodies.length, computedAt: at };
  const nothing = { ...emptyPicture, ...figures, pulls: bodies.map(() => 0) };
  if (placedRows.length < LEAST_PEOPLE) return nothing;
  const found = groupPeople(placedRows);
  const byGroup: Counts[][] = Array.from({ length: found.count }, (_, group) => {
    const own = placedRows.filter((_r, i) => found.labels[i] === group);
    return bodies.map((_b, column) => countOf(own, column));
  });
  const places = middles(found);
  const weighed = weighStatements(all, byGroup);
  const groups = byGroup.map((_c, group): Group => {
    const [x = 0, y = 0] = places[group] ?? [];
    return {
      size: found.labels.filter((label) => label === group).length,
      x,
      y,
      says: said(weighed.says[group] ?? []),
    };
  });
  const shownColumns = columnsShown(all, weighed);
  const table = shownColumns.map((column): Shown => ({
    no: String(column),
    body: bodies[column] ?? '',
    all: all[column] ?? { agree: 0, disagree: 0, pass: 0 },
    groups: byGroup.map((counts) => {
      const own = counts[column];
      return own && answersIn(own) >= LEAST_GROUP ? own : null;
    }),
  }));
  return {
    ...figures,
    shown: true,
    needed: LEAST_PEOPLE,
    groups,
    bridges: said(weighed.bridges),
    majority: said(weighed.majority),
    table,
    pulls: found.pulls,
  };
};
