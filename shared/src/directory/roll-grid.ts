/** Cells merged into one, from the top left to the bottom right cell, both included; rows and columns count from 0. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}
/** A sheet as it was read: text of every cell, and what is merged. CSV has no merges. */
export interface Grid {
  cells: readonly (readonly string[])[];
  merges: readonly Merge[];
}

/** What is wrong, where the worker sees it: row from 1, the column's letter and name (both empty when the whole sheet is meant). */
export interface RollError {
  row: number;
  column: string;
  name: string;
  message: string;
}
/** A row that was passed over on purpose. */
export interface Ignored {
  row: number;
  why: string;
}
/** The letter a spreadsheet shows over a column: 0 → A, 26 → AA. */
export const columnLetter = (column: number): string =>
  (column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Text as it was meant: full-width forms narrowed, invisible characters gone, runs of spaces one. Line breaks stay. */
export const cleanCell = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cf}\0]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();

/** Every cell of a merged range says what its first cell says. */
export const fillMerged = ({ cells, merges }: Grid): string[][] => {
  const filled = cells.map((row) => row.map(cleanCell));
  for (const { top, left, bottom, right } of merges) {
    const text = filled[top]?.[left] ?? '';
    for (let r = top; r <= Math.min(bottom, filled.length - 1); r += 1) {
      const row = filled[r];
      for (let c = left; row && c <= right; c += 1) row[c] = text;
    }
  }
  return filled.map((row) => Array.from(row, (text) => text ?? ''));
};
