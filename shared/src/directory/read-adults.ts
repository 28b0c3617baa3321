import type { Adult } from './model';
import { readNames, readPhones } from './roll-cells';
import { cellsOf, keep, type Sheet } from './roll-sheet';

type Cell = ReturnType<typeof cellsOf>[number];

/** The phone column that belongs to a name column: the first one to its right; with one name column any. */
const phonesBeside = (names: readonly Cell[], i: number, phones: readonly Cell[]): Cell | undefined => {
  if (names.length === 1) return phones[0];
  const [from, until] = [names[i]?.column ?? 0, names[i + 1]?.column ?? Infinity];
  return phones.find(({ column }) => column > from && column < until);
};

/** Adults of all name columns with their phones; undefined when a cell is wrong. */
export const readAdults = (sheet: Sheet, row: number, cells: readonly string[]): Adult[] | undefined => {
  const names = cellsOf(sheet, cells, 'name');
  const phones = cellsOf(sheet, cells, 'phone');
  const adults = names.map(({ column, text }, i) => {
    const phone = phonesBeside(names, i, phones);
    const read = keep(sheet, { row, field: 'name', column }, readNames(text));
    return read && keep(sheet, { row, field: 'phone', column: phone?.column }, readPhones(phone?.text ?? '', read));
  });
  return adults.every((some) => some !== undefined) ? adults.flat() : undefined;
};
