import type { RollRow } from './model';
import { readLines } from './read-lines';
import { columnLetter, fillMerged, type Grid, type Ignored, type RollError } from './roll-grid';
import { findHeader } from './roll-header';
import { joinRows } from './roll-join';
import { ROLL } from './roll-limits';
import type { Sheet } from './roll-sheet';

export interface RollReading {
  rows: RollRow[];
  errors: RollError[];
  ignored: Ignored[];
}

const tooMany = (rows: readonly RollRow[]): RollError[] => {
  const whole = (message: string): RollError[] => [{ row: 1, column: '', name: '', message }];
  if (rows.length > ROLL.households)
    return whole(`名册有 ${rows.length} 户，一次最多 ${ROLL.households} 户，请按小区分成几个文件`);
  const counts = new Map<string, number>();
  for (const { building } of rows) counts.set(building, (counts.get(building) ?? 0) + 1);
  const large = [...counts].find(([, count]) => count > ROLL.perBuilding);
  return large ? whole(`“${large[0]}”有 ${large[1]} 户，一栋楼最多 ${ROLL.perBuilding} 户，请核对“楼栋”一列`) : [];
};

/**
 * Reads a household roll as communities keep them: the header is found by its words, merged cells are filled, several
 * adults of a household may stand in one cell or in rows of their own. Nothing is guessed: what cannot be read is an
 * error with its row and column, and the whole roll should not be imported before all are put right.
 */
export const readRollRows = (grid: Grid): RollReading => {
  const cells = fillMerged(grid);
  const header = findHeader(cells);
  if ('missing' in header) {
    const message = `没有找到“${header.missing.join('”“')}”这一列。第一行表头应写明：楼栋、单元、房号、面积、姓名、电话（面积、姓名、电话可以不填）`;
    return { rows: [], errors: [{ row: 1, column: '', name: '', message }], ignored: [] };
  }
  const sheet: Sheet = { columns: header.columns, errors: [], ignored: [] };
  const joined = joinRows(
    readLines(sheet, cells, header.dataFrom),
    columnLetter(header.columns.find((c) => c.field === 'room')?.column ?? 0),
  );
  const empty =
    joined.rows.length + sheet.errors.length === 0
      ? [{ row: header.dataFrom, column: '', name: '', message: '表头下面没有住户' }]
      : [];
  return {
    rows: joined.rows,
    errors: [...sheet.errors, ...joined.errors, ...empty, ...tooMany(joined.rows)].sort((a, b) => a.row - b.row),
    ignored: [...sheet.ignored, ...joined.ignored].sort((a, b) => a.row - b.row),
  };
};
