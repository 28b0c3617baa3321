import type { RollRow, RowOutcome } from '@gongzhi/shared/directory/model';
import { doorLabel } from '@gongzhi/shared/kernel/door-key';
import { columnLetter, fillMerged, type Ignored, type RollError } from '@gongzhi/shared/directory/roll-grid';
import { FIELD_NAMES } from '@gongzhi/shared/directory/header-words';
import { findHeader } from '@gongzhi/shared/directory/roll-header';
import { readRollRows } from '@gongzhi/shared/directory/roll-rows';
import type { RollFile, Sheet } from './read-roll';

/** A roll as read from a file, before anything is sent. */
export interface Roll {
  fileName: string;
  fileHash: string;
  rows: readonly RollRow[];
  errors: readonly RollError[];
  ignored: readonly Ignored[];
  /** Names of the file's other sheets, which were not read. */
  others: readonly string[];
}

/** Cells that the spreadsheet took for a date, where they stand in a column of the roll. */
const dateErrors = ({ grid, dates }: Sheet): RollError[] => {
  const header = dates.length > 0 ? findHeader(fillMerged(grid)) : undefined;
  if (!header || 'missing' in header) return [];
  return dates.flatMap(({ row, column }) => {
    const field = header.columns.find((c) => c.column === column)?.field;
    if (!field || row <= header.dataFrom) return [];
    const name = FIELD_NAMES[field];
    return [
      {
        row,
        column: columnLetter(column),
        name,
        message: '被表格软件变成了日期，请把这一列的格式改为“文本”，再重填这一格',
      },
    ];
  });
};

export const rollOf = ({ sheet, others }: RollFile, fileName: string, fileHash: string): Roll => {
  const { rows, errors, ignored } = readRollRows(sheet.grid);
  return {
    fileName,
    fileHash,
    rows,
    errors: [...dateErrors(sheet), ...errors].sort((a, b) => a.row - b.row),
    ignored,
    others,
  };
};

/** What the roll holds, in one line: 12 栋楼，312 户，560 位成年人，430 个手机号 */
export const countWords = (rows: readonly RollRow[]): string => {
  const adults = rows.flatMap((row) => row.adults);
  const buildings = new Set(rows.map((row) => row.building)).size;
  return `${buildings} 栋楼，${rows.length} 户，${adults.length} 位成年人，${adults.filter(({ phone }) => phone).length} 个手机号`;
};

export const errorWords = ({ row, column, name, message }: RollError): string => {
  if (name === '') return message;
  return `第 ${row} 行${column === '' ? '' : ` ${column} 列`}“${name}”：${message}`;
};

/** Errors shown at once. */
export const SHOWN = 50;
export const errorsTitle = (count: number): string =>
  `有 ${count} 处要改${count > SHOWN ? `，先列出前 ${SHOWN} 处` : ''}`;

const LISTED = 6;
/** Rows passed over, one line for each reason: 合计行：第 305 行 */
export const ignoredWords = (ignored: readonly Ignored[]): string[] => {
  const reasons = new Map<string, number[]>();
  for (const { row, why } of ignored) reasons.set(why, [...(reasons.get(why) ?? []), row]);
  return [...reasons].map(
    ([why, rows]) =>
      `${why}：第 ${rows.slice(0, LISTED).join('、')} 行${rows.length > LISTED ? `等 ${rows.length} 行` : ''}`,
  );
};

const masked = (phone: string | undefined): string => (phone ? ` ${phone.slice(0, 3)}****${phone.slice(7)}` : '');
/** A household as it was understood, so that a mistaken column is seen: 1号楼1单元101室，88.50 ㎡，王芳 138****8000 */
export const rowWords = (row: RollRow): string => {
  const adults = row.adults.map(({ name, phone }) => `${name}${masked(phone)}`).join('、');
  return [
    doorLabel(row),
    row.area === undefined ? '面积未填' : `${(row.area / 100).toFixed(2)} ㎡`,
    adults || '姓名未填',
  ].join('，');
};

export interface Tally {
  added: number;
  changed: number;
  same: number;
}
export const tallyOf = (outcomes: readonly RowOutcome[]): Tally => {
  const count = (wanted: RowOutcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return { added: count('new'), changed: count('changed'), same: count('same') };
};
export const tallyWords = ({ added, changed, same }: Tally): string =>
  `新增 ${added} 户，变更 ${changed} 户，不变 ${same} 户`;

/** The rows worth sending: what stands on the roll already is left alone. */
export const differing = (rows: readonly RollRow[], outcomes: readonly RowOutcome[]): RollRow[] =>
  rows.filter((_, i) => outcomes[i] !== 'same');
