import type { RollRow } from '@gongzhi/shared/directory/model';
import ExcelJS from 'exceljs';

const metres = (area: number | undefined) => (area === undefined ? '' : (area / 100).toFixed(2));
const lines = (rows: readonly RollRow[]) =>
  rows.map(({ building, unit, room, area, adults }) => [
    building,
    unit,
    room,
    metres(area),
    adults.map(({ name }) => name).join('、'),
    adults.flatMap(({ phone }) => phone ?? []).join('、'),
  ]);

/** Adults with a phone first: a roll's phones belong to its names in order. */
const phonesFirst = (row: RollRow): RollRow => ({
  ...row,
  adults: [...row.adults].sort((a, b) => Number(!a.phone) - Number(!b.phone)),
});

/** The roll as CSV, UTF-8 with the mark that makes spreadsheets read it right. */
const toCsv = (rows: readonly RollRow[]): Buffer =>
  Buffer.from(
    `\ufeff${[['楼栋', '单元', '房号', '建筑面积', '姓名', '联系电话'], ...lines(rows)].map((cells) => cells.join(',')).join('\r\n')}\r\n`,
  );

/** Rooms and areas are numbers in such a workbook; an empty cell is none. Phones are text. */
const numbered = (text: string, column: number): string | number | null =>
  column === 2 || column === 3 ? Number(text) || text || null : text;

/** First and last index of each building's households. */
const runsOf = (rows: readonly RollRow[]): [number, number][] => {
  const starts = rows.flatMap(({ building }, i) => (building === rows[i - 1]?.building ? [] : [i]));
  return starts.map((from, n) => [from, (starts[n + 1] ?? rows.length) - 1]);
};

/** The roll as communities keep it: a title, two header rows with a group, buildings merged over their households, a total. */
const toXlsx = async (rows: readonly RollRow[], title: string): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('住户名册');
  sheet.addRows([
    [title],
    ['楼栋', '单元', '房号', '建筑面积（㎡）', '住户信息'],
    ['', '', '', '', '姓名', '联系电话'],
  ]);
  for (const range of ['A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2']) sheet.mergeCells(range);
  sheet.addRows(lines(rows).map((cells) => cells.map(numbered)));
  for (const [from, to] of runsOf(rows)) if (to > from) sheet.mergeCells(`A${from + 4}:A${to + 4}`);
  sheet.addRow(['合计', '', `${rows.length} 户`]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** A roll's file, to be chosen on the roll page. */
export const writeRoll = async (
  rows: readonly RollRow[],
  format: 'xlsx' | 'csv',
  title = '社区住户名册',
): Promise<Buffer> => {
  const ordered = rows.map(phonesFirst);
  return format === 'csv' ? toCsv(ordered) : toXlsx(ordered, title);
};
