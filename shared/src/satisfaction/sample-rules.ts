import { allocate } from '@gongzhi/shared/kernel/statistics/allocation';
import { draw } from '@gongzhi/shared/kernel/statistics/draw';

/** A household on the roll; `band`: the oldest age band its members chose to tell, or NO_BAND. */
export interface FrameUnit {
  unitId: string;
  building: string;
  band: string;
}
/** Households of which nobody told an age band. */
export const NO_BAND = 'untold';

/** One stratum of a sample: `size` households of these buildings and bands, of which `invited` were drawn. */
export interface SampleStratum {
  no: number;
  size: number;
  invited: number;
  buildings: string[];
  bands: string[];
}
export interface Sample {
  strata: SampleStratum[];
  units: { unitId: string; stratum: number }[];
}

interface Cell {
  buildings: string[];
  bands: string[];
  unitIds: string[];
}
const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
const merged = (a: Cell, b: Cell): Cell => ({
  buildings: union(a.buildings, b.buildings),
  bands: union(a.bands, b.bands),
  unitIds: [...a.unitIds, ...b.unitIds],
});
const bySize = (a: Cell, b: Cell): number =>
  a.unitIds.length - b.unitIds.length ||
  (`${a.buildings.join()}|${a.bands.join()}` < `${b.buildings.join()}|${b.bands.join()}` ? -1 : 1);

/** Joins the two smallest until each is large enough or one is left. */
const pool = (cells: readonly Cell[], isEnough: (cell: Cell) => boolean): Cell[] => {
  const left = [...cells].sort(bySize);
  for (;;) {
    const [first, second, ...rest] = left;
    if (!first || !second || isEnough(first)) return left;
    left.splice(0, left.length, ...[merged(first, second), ...rest].sort(bySize));
  }
};

const groupsOf = <T>(items: readonly T[], keyOf: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
};
const cellOf = (units: readonly FrameUnit[]): Cell => ({
  buildings: [...new Set(units.map(({ building }) => building))],
  bands: [...new Set(units.map(({ band }) => band))],
  unitIds: units.map(({ unitId }) => unitId),
});

/** Cells of building and band: bands join within a building first, then small buildings join each other. */
const cellsOf = (frame: readonly FrameUnit[], isEnough: (cell: Cell) => boolean): Cell[] => {
  const buildings = groupsOf(frame, ({ building }) => building).map((units) =>
    pool(groupsOf(units, ({ band }) => band).map(cellOf), isEnough),
  );
  const all = buildings.flat();
  const small = pool(
    all.filter((cell) => !isEnough(cell)),
    isEnough,
  );
  return pool([...all.filter(isEnough), ...small], isEnough);
};

/**
 * A random sample of `n` households of the frame, stratified by building and age band, and the strata it was drawn from: of
 * each at least `least` in proportion, so that no stratum tells of a few. Who knows the seed and the frame draws the same.
 */
export const drawSample = (
  seed: string,
  frame: readonly FrameUnit[],
  { n, least }: { n: number; least: number },
): Sample => {
  const places = Math.min(n, frame.length);
  const isEnough = ({ unitIds }: Cell) => unitIds.length * places >= least * frame.length;
  const cells = cellsOf(frame, isEnough).sort((a, b) => -bySize(a, b));
  const invited = allocate(
    cells.map(({ unitIds }) => unitIds.length),
    places,
    least,
  );
  const units = cells.flatMap(({ unitIds }, stratum) =>
    draw(seed, unitIds, invited[stratum] ?? 0).map((unitId) => ({ unitId, stratum })),
  );
  const strata = cells.map(({ buildings, bands, unitIds }, no) => ({
    ...{ no, size: unitIds.length, invited: invited[no] ?? 0, buildings, bands },
  }));
  return { strata, units };
};

interface Register {
  buildings: readonly { name: string; ids: readonly string[] }[];
  members: readonly { householdId?: string | undefined; ageBand?: string | undefined }[];
}
/** The frame of a quarter's sample out of the roll: every household with its building and the oldest band told in it. */
export const frameOf = ({ buildings, members }: Register): FrameUnit[] => {
  const bands = new Map<string, string>();
  for (const { householdId, ageBand } of members)
    if (householdId && ageBand && ageBand > (bands.get(householdId) ?? '')) bands.set(householdId, ageBand);
  return buildings.flatMap(({ name: building, ids }) =>
    ids.map((unitId) => ({ unitId, building, band: bands.get(unitId) ?? NO_BAND })),
  );
};
