import type { Adult, RollRow } from './model';
import type { Door } from './door-key';
import { readArea, readNames, readPhones, readPlace, type Read } from './roll-cells';
import { columnLetter, fillMerged, type Grid, type Ignored, type RollError } from './roll-grid';
import { FIELD_NAMES, findHeader, isHeaderRow, type Column, type Field } from './roll-header';
import { joinRows, type Line } from './roll-join';
import { ROLL } from './rules';

export interface RollReading {
  rows: RollRow[];
  errors: RollError[];
  ignored: Ignored[];
}

/** What a household's unit is where the building has none. */
const WITHOUT_UNITS = '1';
const TOTAL = /^(合计|总计|小计|共计|总数|汇总|累计)/;
const NOTE = /^(制表|填表|审核|复核|备注|说明|注[:：]|单位|日期|打印|第\d+页)/;

interface Sheet {
  columns: readonly Column[];
  errors: RollError[];
  ignored: Ignored[];
}

const cellsOf = (sheet: Sheet, row: readonly string[], field: Field) =>
  sheet.columns.filter((c) => c.field === field).map(({ column }) => ({ column, text: row[column] ?? '' }));
const textOf = (sheet: Sheet, row: readonly string[], field: Field): string => cellsOf(sheet, row, field)[0]?.text ?? '';

/** The value of a cell; a sentence is kept with the place it stands at and gives undefined. */
const keep = <T>(sheet: Sheet, at: { row: number; field: Field; column: number | undefined }, read: Read<T>): T | undefined => {
  if ('value' in read) return read.value;
  sheet.errors.push({ row: at.row, column: at.column === undefined ? '' : columnLetter(at.column), name: FIELD_NAMES[at.field], message: read.wrong });
  return undefined;
};

const whyIgnored = (row: readonly string[]): string | undefined => {
  const said = row.filter((text) => text !== '');
  if (TOTAL.test((said[0] ?? '').replace(/\s/g, ''))) return '合计行';
  if (new Set(said).size === 1 && NOTE.test(said[0] ?? '')) return '说明文字';
  return isHeaderRow(row) ? '重复的表头' : undefined;
};

const NO_DOOR: Door = { building: '', unit: '', room: '' };

/** Cells left empty below the first of several (a merge that CSV forgot, or one adult a row) mean what stands above. */
const doorOf = (sheet: Sheet, row: readonly string[], above: Door): Door => {
  const said = { building: textOf(sheet, row, 'building'), unit: textOf(sheet, row, 'unit'), room: textOf(sheet, row, 'room') };
  const anotherAdult = said.building + said.unit + said.room === '' && textOf(sheet, row, 'name') !== '';
  if (anotherAdult) return above;
  const building = said.building || above.building;
  const unitAbove = building === above.building ? above.unit : '';
  return { building, unit: said.unit || unitAbove || WITHOUT_UNITS, room: said.room };
};

const readDoor = (sheet: Sheet, row: number, door: Door): Door | undefined => {
  const place = (field: 'building' | 'unit' | 'room') =>
    keep(sheet, { row, field, column: sheet.columns.find((c) => c.field === field)?.column }, readPlace(door[field], FIELD_NAMES[field]));
  const [building, unit, room] = [place('building'), place('unit'), place('room')];
  return building && unit && room ? { building, unit, room } : undefined;
};

type Cell = ReturnType<typeof cellsOf>[number];

/** The phone column that belongs to a name column: the first one to its right; with one name column any. */
const phonesBeside = (names: readonly Cell[], i: number, phones: readonly Cell[]): Cell | undefined => {
  if (names.length === 1) return phones[0];
  const [from, until] = [names[i]?.column ?? 0, names[i + 1]?.column ?? Infinity];
  return phones.find(({ column }) => column > from && column < until);
};

/** Adults of all name columns with their phones; undefined when a cell is wrong. */
const readAdults = (sheet: Sheet, row: number, cells: readonly string[]): Adult[] | undefined => {
  const names = cellsOf(sheet, cells, 'name');
  const phones = cellsOf(sheet, cells, 'phone');
  const adults = names.map(({ column, text }, i) => {
    const phone = phonesBeside(names, i, phones);
    const read = keep(sheet, { row, field: 'name', column }, readNames(text));
    return read && keep(sheet, { row, field: 'phone', column: phone?.column }, readPhones(phone?.text ?? '', read));
  });
  return adults.every((some) => some !== undefined) ? adults.flat() : undefined;
};

const readLine = (sheet: Sheet, row: number, cells: readonly string[], door: Door): Line | undefined => {
  const at = readDoor(sheet, row, door);
  const areaAt = cellsOf(sheet, cells, 'area')[0];
  const area = areaAt && keep(sheet, { row, field: 'area', column: areaAt.column }, readArea(areaAt.text));
  const adults = readAdults(sheet, row, cells);
  return at && adults ? { ...at, row, adults, ...(area === undefined ? {} : { area }) } : undefined;
};

const readLines = (sheet: Sheet, cells: readonly (readonly string[])[], from: number): Line[] => {
  let above = NO_DOOR;
  return cells.slice(from).flatMap((row, i) => {
    const number = from + i + 1;
    if (row.every((text) => text === '')) return [];
    const why = whyIgnored(row);
    if (why) sheet.ignored.push({ row: number, why });
    if (why) return [];
    const door = doorOf(sheet, row, above);
    above = door;
    return readLine(sheet, number, row, door) ?? [];
  });
};

const tooMany = (rows: readonly RollRow[]): RollError[] => {
  const whole = (message: string): RollError[] => [{ row: 1, column: '', name: '', message }];
  if (rows.length > ROLL.households) return whole(`名册有 ${rows.length} 户，一次最多 ${ROLL.households} 户，请按小区分成几个文件`);
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
  const joined = joinRows(readLines(sheet, cells, header.dataFrom), columnLetter(header.columns.find((c) => c.field === 'room')?.column ?? 0));
  const empty = joined.rows.length + sheet.errors.length === 0 ? [{ row: header.dataFrom, column: '', name: '', message: '表头下面没有住户' }] : [];
  return {
    rows: joined.rows,
    errors: [...sheet.errors, ...joined.errors, ...empty, ...tooMany(joined.rows)].sort((a, b) => a.row - b.row),
    ignored: [...sheet.ignored, ...joined.ignored].sort((a, b) => a.row - b.row),
  };
};

