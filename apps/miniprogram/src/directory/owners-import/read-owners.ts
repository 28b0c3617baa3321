import type { OwnerRow } from '@gongzhi/shared/directory/contract-owners';
import { doorText } from '@gongzhi/shared/kernel/door-key';
import { fieldOf, isHeaderRow } from '@gongzhi/shared/directory/header-words';
import { readPlace } from '@gongzhi/shared/directory/roll-cells';
import { cleanCell } from '@gongzhi/shared/directory/roll-grid';

/** One line of an owners' list, with its number from 1. */
export interface OwnerLine {
  line: number;
  row: OwnerRow;
}
export interface OwnerList {
  lines: OwnerLine[];
  /** What is wrong, a sentence each with its line. */
  wrong: string[];
}

type Part = 'building' | 'unit' | 'room' | 'owner' | 'tail';
/** The order when there is no header. */
const USUAL: readonly Part[] = ['building', 'unit', 'room', 'owner', 'tail'];
const TAIL = /证件|身份证|后四位|标识/;
const UNSOLD = /开发商|建设单位|未售/;
const OWNER = /业主|产权人|姓名|房主|户主|买受人/;
/** Digits of a certificate that tell two people of one name apart; the rest is dropped here and never sent. */
const TAIL_LENGTH = 4;

const partOf = (heading: string): Part | undefined => {
  if (TAIL.test(heading)) return 'tail';
  const field = fieldOf(heading);
  if (field === 'building' || field === 'unit' || field === 'room') return field;
  return OWNER.test(heading) ? 'owner' : undefined;
};
const columnsOf = (header: readonly string[] | undefined) => {
  const parts = header ? header.map(partOf) : USUAL;
  return (row: readonly string[], part: Part): string => row[parts.indexOf(part)] ?? '';
};

const tailOf = (text: string): string =>
  text
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(-TAIL_LENGTH)
    .toUpperCase();

const ownerOf = (owner: string, tail: string): Pick<OwnerRow, 'kind' | 'buyer'> | string => {
  if (UNSOLD.test(owner)) return { kind: 'developer' };
  const buyer = [owner.replace(/\s/g, ''), tailOf(tail)].filter(Boolean).join(' ');
  if (owner === '') return '没有填业主';
  return buyer.length > 40 ? '业主超过 40 个字' : { kind: 'buyer', buyer };
};

/** A door's line, or the sentence that says what is wrong with it. */
const lineOf = (at: (part: Part) => string): OwnerRow | string => {
  const place = { building: at('building'), unit: at('unit') || '1', room: at('room') };
  for (const [part, what] of [
    ['building', '楼栋'],
    ['unit', '单元'],
    ['room', '房号'],
  ] as const) {
    const read = readPlace(place[part], what);
    if ('wrong' in read) return read.wrong;
    place[part] = read.value;
  }
  const owner = ownerOf(at('owner'), at('tail'));
  return typeof owner === 'string' ? owner : { ...place, ...owner };
};

/** Reads an owners' list: a header that names its columns, or building, unit, room, owner and last digits in this order. An empty building means the one above. */
export const readOwners = (cells: readonly (readonly string[])[]): OwnerList => {
  const rows = cells.map((row) => row.map(cleanCell));
  const header = rows.findIndex((row) => isHeaderRow(row) && row.some((text) => partOf(text) === 'room'));
  const at = columnsOf(header < 0 ? undefined : rows[header]);
  const list: OwnerList = { lines: [], wrong: [] };
  const seen = new Map<string, number>();
  let building = '';
  rows.forEach((row, i) => {
    if (i <= header || row.every((text) => text === '')) return;
    building = at(row, 'building') || building;
    const read = lineOf((part) => (part === 'building' ? building : at(row, part)));
    const line = i + 1;
    const before = typeof read === 'string' ? undefined : seen.get(doorText(read));
    if (typeof read === 'string') list.wrong.push(`第 ${line} 行：${read}`);
    else if (before !== undefined) list.wrong.push(`第 ${line} 行：和第 ${before} 行是同一套房`);
    else {
      seen.set(doorText(read), line);
      list.lines.push({ line, row: read });
    }
  });
  return list;
};
