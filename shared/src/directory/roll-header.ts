import { FIELD_NAMES, fieldOf, isHeaderRow, type Field } from './header-words';

/** Where a field stands: several name and phone columns are possible, one of each other. */
export interface Column {
  field: Field;
  column: number;
}
export interface Header {
  /** First row below the header, counted from 0. */
  dataFrom: number;
  columns: Column[];
}

/** A header lies at the top, under a title and a note or two. */
const SEARCHED_ROWS = 20;

/** The lowest line that says something names the column: a group's heading (住户信息) names none of its columns. */
const columnsOf = (lines: readonly (readonly string[])[]): Column[] => {
  const width = Math.max(...lines.map((line) => line.length));
  const all = Array.from({ length: width }, (_, column) => {
    const said = lines.map((line) => line[column] ?? '').filter((text) => text !== '');
    const field = fieldOf(said.at(-1) ?? '');
    return field ? [{ field, column }] : [];
  }).flat();
  const many: readonly Field[] = ['name', 'phone'];
  return all.filter(
    ({ field, column }) => many.includes(field) || all.find((other) => other.field === field)?.column === column,
  );
};

/** The header by its words: one row, or two with groups above or cells merged. What is missing is said in names of columns. */
export const findHeader = (rows: readonly (readonly string[])[]): Header | { missing: string[] } => {
  const top = rows.slice(0, SEARCHED_ROWS);
  const base = top.findIndex((row) => row.some((text) => fieldOf(text) === 'room'));
  if (base < 0) return { missing: [FIELD_NAMES.room] };
  const above = rows[base - 1];
  const below = rows[base + 1];
  const first = above?.some(fieldOf) ? base - 1 : base;
  const last = below && isHeaderRow(below) ? base + 1 : base;
  const columns = columnsOf(rows.slice(first, last + 1));
  const missing = (['building', 'room'] as const).filter((field) => !columns.some((c) => c.field === field));
  return missing.length > 0 ? { missing: missing.map((field) => FIELD_NAMES[field]) } : { dataFrom: last + 1, columns };
};
