/** One line of the table. `ok`: inside its budget; undefined when it has none. */
export interface Row {
  what: string;
  measured: string;
  /** The budget, or what it is held against. */
  against: string;
  ratio: string;
  ok: boolean | undefined;
}
export interface Section {
  title: string;
  rows: readonly Row[];
}

const HEADS = { what: '', measured: 'measured', against: 'budget or peer', ratio: 'ratio' };
type Column = keyof typeof HEADS;
const COLUMNS = Object.keys(HEADS) as Column[];

/** The whole table as text: the same columns in every section, as wide as their longest entry. */
export const printTable = (sections: readonly Section[]): string => {
  const rows = sections.flatMap((section) => section.rows);
  const width = (column: Column) => Math.max(HEADS[column].length, ...rows.map((row) => row[column].length));
  const title = Math.max(...sections.map((section) => section.title.length));
  const widths = COLUMNS.map((column) => Math.max(width(column), column === 'what' ? title : 0));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  const mark = (ok: boolean | undefined) => (ok === undefined ? ' ' : ok ? '✓' : '✗');
  return sections
    .flatMap(({ title, rows: own }) => [
      '',
      line([title, ...COLUMNS.slice(1).map((column) => HEADS[column])]),
      '─'.repeat(widths.reduce((sum, one) => sum + one + 2, 0)),
      ...own.map((row) => `${line(COLUMNS.map((column) => row[column]))}  ${mark(row.ok)}`),
    ])
    .join('\n');
};
