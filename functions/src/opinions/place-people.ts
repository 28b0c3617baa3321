import { PCA } from 'ml-pca';

/** agree, disagree, pass; undefined where nothing was answered. Columns are statements, rows are people. */
export type Cell = 1 | -1 | 0 | undefined;
export type Row = readonly Cell[];
export type Point = [x: number, y: number];

/** Who has answered fewer than this (or all, where there are fewer) is counted but not placed: Polis' floor too. */
export const LEAST_ANSWERS = 7;

const answered = (row: Row): number => row.reduce<number>((n, cell) => n + (cell === undefined ? 0 : 1), 0);

/** Whether a person has answered enough to be placed. */
export const isPlaced = (row: Row): boolean => answered(row) >= Math.min(LEAST_ANSWERS, row.length);

const meanOf = (rows: readonly Row[], column: number): number => {
  let [sum, n] = [0, 0];
  for (const row of rows) {
    const cell = row[column];
    if (cell === undefined) continue;
    sum += cell;
    n += 1;
  }
  return n === 0 ? 0 : sum / n;
};

/** Columns in which somebody differs from somebody: the others say nothing about groups, and a covariance of zero is no direction. */
const telling = (rows: readonly Row[]): number[] =>
  (rows[0] ?? []).flatMap((_, column) => {
    const seen = new Set(rows.map((row) => row[column]).filter((cell) => cell !== undefined));
    return seen.size > 1 ? [column] : [];
  });

/** An axis has no sign of its own: the one whose largest loading is positive is taken, so that the picture never flips. */
const signOf = (loadings: readonly number[]): number => {
  const largest = loadings.reduce((best, x) => (Math.abs(x) > Math.abs(best) + 1e-9 ? x : best), 0);
  return largest < 0 ? -1 : 1;
};

export interface Placing {
  /** Where each row stands, in the order of the rows. */
  points: Point[];
  /** How far each statement pulls people apart: the length of its loadings on both axes, 0 to 1. */
  pulls: number[];
}

/**
 * The two directions in which people differ most (PCA), with what is missing taken as the statement's mean and each
 * person moved outwards by √(statements ÷ answers), as Polis does: few answers otherwise look like a middle position.
 */
export const placePeople = (rows: readonly Row[]): Placing => {
  const columns = telling(rows);
  const width = rows[0]?.length ?? 0;
  const flat = { points: rows.map((): Point => [0, 0]), pulls: Array.from({ length: width }, () => 0) };
  if (rows.length < 3 || columns.length === 0) return flat;
  const means = columns.map((column) => meanOf(rows, column));
  const filled = rows.map((row) => columns.map((column, i) => row[column] ?? means[i] ?? 0));
  const pca = new PCA(filled, { method: 'covarianceMatrix', center: true });
  const vectors = pca.getEigenvectors();
  const axes = [0, 1].map((axis) => {
    const loadings = columns.map((_, i) => (axis < vectors.columns ? vectors.get(i, axis) : 0));
    return loadings.map((x) => x * signOf(loadings));
  });
  const along = (row: readonly number[], axis: number) =>
    row.reduce((sum, x, i) => sum + (x - (means[i] ?? 0)) * (axes[axis]?.[i] ?? 0), 0);
  const points = filled.map((row, at): Point => {
    const scale = Math.sqrt(width / Math.max(1, answered(rows[at] ?? [])));
    return [along(row, 0) * scale, along(row, 1) * scale];
  });
  const pulls = [...flat.pulls];
  columns.forEach((column, i) => (pulls[column] = Math.min(1, Math.hypot(axes[0]?.[i] ?? 0, axes[1]?.[i] ?? 0))));
  return { points, pulls };
};
