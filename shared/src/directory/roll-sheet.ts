import { FIELD_NAMES, type Field } from './header-words';
import type { Read } from './roll-cells';
import { columnLetter, type Ignored, type RollError } from './roll-grid';
import type { Column } from './roll-header';

/** A sheet while it is read: where its fields stand, and what was found wrong or passed over so far. */
export interface Sheet {
  columns: readonly Column[];
  errors: RollError[];
  ignored: Ignored[];
}

/** What a row says of a field, in each of its columns. */
export const cellsOf = (sheet: Sheet, row: readonly string[], field: Field) =>
  sheet.columns.filter((c) => c.field === field).map(({ column }) => ({ column, text: row[column] ?? '' }));
/** What a row says of a field that stands in one column. */
export const textOf = (sheet: Sheet, row: readonly string[], field: Field): string =>
  cellsOf(sheet, row, field)[0]?.text ?? '';

/** The value of a cell; a sentence is kept with the place it stands at and gives undefined. */
export const keep = <T>(
  sheet: Sheet,
  at: { row: number; field: Field; column: number | undefined },
  read: Read<T>,
): T | undefined => {
  if ('value' in read) return read.value;
  sheet.errors.push({
    row: at.row,
    column: at.column === undefined ? '' : columnLetter(at.column),
    name: FIELD_NAMES[at.field],
    message: read.wrong,
  });
  return undefined;
};
