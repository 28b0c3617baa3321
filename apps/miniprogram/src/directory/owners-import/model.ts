import { OWNER_ROWS, type OwnerRow } from '@gongzhi/shared/directory/contract-owners';
import { doorLabel, doorText, type Door } from '@gongzhi/shared/kernel/door-key';
import type { OwnerLine } from './read-owners';

/** Lines whose door is not on the roll, a sentence each. `known`: the doors of the buildings the list names. */
export const unknownDoors = (lines: readonly OwnerLine[], known: readonly Door[]): string[] => {
  const onRoll = new Set(known.map(doorText));
  return lines
    .filter(({ row }) => !onRoll.has(doorText(row)))
    .map(({ line, row }) => `第 ${line} 行：${doorLabel(row)}不在住户名册里`);
};

export const buildingsOf = (lines: readonly OwnerLine[]): string[] => [
  ...new Set(lines.map(({ row }) => row.building)),
];

/** What the list makes of the count of heads: a worker looks at it before anything is written, since one mark is one owner. */
export interface Heads {
  doors: number;
  heads: number;
  unsold: number;
  /** Owners of more than one door. */
  several: { buyer: string; doors: string[] }[];
}
export const headsIn = (lines: readonly OwnerLine[]): Heads => {
  const doorsOf = new Map<string, string[]>();
  for (const { row } of lines) {
    const buyer = row.kind === 'developer' ? '' : (row.buyer ?? '').replace(/\s/g, '');
    doorsOf.set(buyer, [...(doorsOf.get(buyer) ?? []), doorLabel(row)]);
  }
  const several = [...doorsOf].filter(([buyer, doors]) => buyer !== '' && doors.length > 1);
  return {
    doors: lines.length,
    heads: doorsOf.size,
    unsold: doorsOf.get('')?.length ?? 0,
    several: several.map(([buyer, doors]) => ({ buyer, doors })),
  };
};

export const headsWords = ({ doors, heads, unsold }: Heads): string =>
  `共 ${doors} 套，算 ${heads} 位业主${unsold > 0 ? `（开发商未售 ${unsold} 套，合起来算一位）` : ''}。`;

/** The list as it is sent: each part is one transaction under a key of its own. */
export const partsOf = (lines: readonly OwnerLine[], newKey: () => string): { rows: OwnerRow[]; key: string }[] =>
  Array.from({ length: Math.ceil(lines.length / OWNER_ROWS) }, (_, i) => ({
    rows: lines.slice(i * OWNER_ROWS, (i + 1) * OWNER_ROWS).map(({ row }) => row),
    key: newKey(),
  }));
