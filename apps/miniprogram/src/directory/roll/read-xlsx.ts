import type { CellValue, Worksheet } from 'exceljs';
import type { Merge } from '@gongzhi/shared/directory/roll-grid';
import { MOST } from './file-kind';
import type { Place, Sheet } from './read-roll';

/** Parts of a sheet that say nothing about households; some of them (a drop-down list over a million rows) take minutes to read. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'tableParts',
  'legacyDrawing',
  'extLst',
  'headerFooter',
];

type Some = Exclude<CellValue, null | undefined>;
const isDate = (value: unknown): value is Date => value instanceof Date;
/** A workbook's date has no zone: exceljs gives it in UTC. */
const dateText = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

const textOf = (value: CellValue | object): string => {
  if (value === null || value === undefined) return '';
  if (isDate(value)) return dateText(value);
  if (typeof value !== 'object') return String(value);
  const cell = value as { richText?: { text: string }[]; text?: Some; result?: Some; error?: string };
  if (cell.richText) return cell.richText.map(({ text }) => text).join('');
  return cell.error ?? textOf(cell.text ?? cell.result);
};
const holdsDate = (value: CellValue): boolean =>
  isDate(value) || (typeof value === 'object' && value !== null && 'result' in value && isDate(value.result));

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const mergeOf = (range: string): Merge[] => {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  return left && right
    ? [{ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }]
    : [];
};

const sheetOf = (sheet: Worksheet): Sheet => {
  const cells: string[][] = [];
  const dates: Place[] = [];
  sheet.eachRow((row, number) => {
    const texts: string[] = [];
    row.eachCell((cell, column) => {
      if (cell.isMerged && cell.master !== cell) return;
      texts[column - 1] = textOf(cell.value);
      if (holdsDate(cell.value)) dates.push({ row: number, column: column - 1 });
    });
    cells[number - 1] = Array.from(texts, (text) => text ?? '');
  });
  return {
    name: sheet.name,
    grid: { cells: Array.from(cells, (row) => row ?? []), merges: sheet.model.merges.map(String).flatMap(mergeOf) },
    dates,
  };
};

/** Every visible sheet that holds something, in the workbook's order. @throws what exceljs throws on a damaged workbook */
export const readXlsx = async (bytes: Uint8Array): Promise<Sheet[]> => {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const limits = { ignoreNodes: IGNORED, maxRows: MOST.rows, maxCols: MOST.columns };
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer, limits);
  return workbook.worksheets
    .filter(({ state }) => state === 'visible')
    .map(sheetOf)
    .filter(({ grid }) => grid.cells.length > 0);
};
