import type { Door } from '../kernel/door-key';
import { FIELD_NAMES, isHeaderRow } from './header-words';
import { readAdults } from './read-adults';
import { readArea, readPlace } from './roll-cells';
import type { Line } from './roll-join';
import { cellsOf, keep, textOf, type Sheet } from './roll-sheet';

/** What a household's unit is where the building has none. */
const WITHOUT_UNITS = '1';
const TOTAL = /^(合计|总计|小计|共计|总数|汇总|累计)/;
const NOTE = /^(制表|填表|审核|复核|备注|说明|注[:：]|单位|日期|打印|第\d+页)/;

const whyIgnored = (row: readonly string[]): string | undefined => {
  const said = row.filter((text) => text !== '');
  if (TOTAL.test((said[0] ?? '').replace(/\s/g, ''))) return '合计行';
  if (new Set(said).size === 1 && NOTE.test(said[0] ?? '')) return '说明文字';
  return isHeaderRow(row) ? '重复的表头' : undefined;
};

const NO_DOOR: Door = { building: '', unit: '', room: '' };

/** Cells left empty below the first of several (a merge that CSV forgot, or one adult a row) mean what stands above. */
const doorOf = (sheet: Sheet, row: readonly string[], above: Door): Door => {
  const said = {
    building: textOf(sheet, row, 'building'),
    unit: textOf(sheet, row, 'unit'),
    room: textOf(sheet, row, 'room'),
  };
  const anotherAdult = said.building + said.unit + said.room === '' && textOf(sheet, row, 'name') !== '';
  if (anotherAdult) return above;
  const building = said.building || above.building;
  const unitAbove = building === above.building ? above.unit : '';
  return { building, unit: said.unit || unitAbove || WITHOUT_UNITS, room: said.room };
};

const readDoor = (sheet: Sheet, row: number, door: Door): Door | undefined => {
  const place = (field: 'building' | 'unit' | 'room') =>
    keep(
      sheet,
      { row, field, column: sheet.columns.find((c) => c.field === field)?.column },
      readPlace(door[field], FIELD_NAMES[field]),
    );
  const [building, unit, room] = [place('building'), place('unit'), place('room')];
  return building && unit && room ? { building, unit, room } : undefined;
};

const readLine = (sheet: Sheet, row: number, cells: readonly string[], door: Door): Line | undefined => {
  const at = readDoor(sheet, row, door);
  const areaAt = cellsOf(sheet, cells, 'area')[0];
  const area = areaAt && keep(sheet, { row, field: 'area', column: areaAt.column }, readArea(areaAt.text));
  const adults = readAdults(sheet, row, cells);
  return at && adults ? { ...at, row, adults, ...(area === undefined ? {} : { area }) } : undefined;
};

/** Every row below the header that names a household. */
export const readLines = (sheet: Sheet, cells: readonly (readonly string[])[], from: number): Line[] => {
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
