import { fillMerged, type Grid } from '@gongzhi/shared/directory/roll-grid';
import { findHeader } from '@gongzhi/shared/directory/roll-header';
import { decodeText, type Decode } from '../../kernel/decode-text';
import { BROKEN, MOST, TOO_MANY_ROWS, kindOf } from './file-kind';
import { readCsv } from '../../kernel/read-csv';
import { readXlsx } from './read-xlsx';

/** A cell: its row from 1, as spreadsheets count, and its column from 0. */
export interface Place {
  row: number;
  column: number;
}
/** One table of a file. `dates`: cells the spreadsheet took for a date (a room written 3-2 becomes 2 March). */
export interface Sheet {
  name: string;
  grid: Grid;
  dates: readonly Place[];
}
/** The table that holds the roll, and the names of those beside it that were not read. */
export interface RollFile {
  sheet: Sheet;
  others: readonly string[];
}

const hasHeader = ({ grid }: Sheet): boolean =>
  !('missing' in findHeader(fillMerged({ ...grid, cells: grid.cells.slice(0, 40) })));

const chosen = (sheets: readonly Sheet[]): RollFile | { wrong: string } => {
  const sheet = sheets.find(hasHeader) ?? sheets[0];
  if (!sheet) return { wrong: '表格里没有内容。请选择写有住户的名册文件。' };
  return { sheet, others: sheets.filter((other) => other !== sheet).map(({ name }) => name) };
};

/** The tables of Chinese encodings are loaded when a CSV is read. */
const decodeByTable: Decode = async (bytes, encoding) => {
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(bytes, encoding);
};

const fromText = async (bytes: Uint8Array): Promise<RollFile | { wrong: string }> => {
  const text = await decodeText(bytes, decodeByTable);
  if (text === undefined) return BROKEN;
  const cells = readCsv(text);
  return cells.length > MOST.rows
    ? TOO_MANY_ROWS
    : { sheet: { name: '', grid: { cells, merges: [] }, dates: [] }, others: [] };
};

const fromXlsx = async (bytes: Uint8Array): Promise<RollFile | { wrong: string }> => {
  try {
    return chosen(await readXlsx(bytes));
  } catch (cause) {
    return /^Max .* exceeded$/.test(cause instanceof Error ? cause.message : '') ? TOO_MANY_ROWS : BROKEN;
  }
};

/** Reads a roll's file by what it holds, not by what it is called; what cannot be read is said in a sentence with what to do. */
export const readRoll = async (bytes: Uint8Array): Promise<RollFile | { wrong: string }> => {
  const kind = kindOf(bytes);
  if (kind === 'xlsx') return fromXlsx(bytes);
  return kind === 'text' ? fromText(bytes) : kind;
};
