import { households, persons } from './household-units';
import { owners } from './owner-heads';
import type { Entitled, Made, Register } from './register';
import type { RollEntry } from './roll-rules';
import type { UnitKind } from './rule-sets';

/** A building of a roll: its units, and how many of them somebody in the app can vote for. */
export interface BuildingBase {
  name: string;
  units: number;
  bound: number;
}
/** A roll as it would be frozen now, and what is wrong with it. */
export interface MadeRoll {
  entries: RollEntry[];
  area: number;
  buildings: BuildingBase[];
  /** Persons who may vote and told their age band, by band. */
  bands: Record<string, number>;
  /** Property units without area, and without a known owner: counted for owners' votes only. */
  withoutArea: number;
  withoutOwner: number;
  /** Adults on the roll who have not joined: a roll of persons leaves them out. */
  withoutPerson: number;
}

const MAKE: Readonly<Record<UnitKind, (register: Register) => Made>> = {
  household: households,
  person: persons('resident'),
  delegate: persons('councilMember'),
  owner: owners,
};

const baseOf = (register: Register, entries: readonly Entitled[]): BuildingBase[] => {
  const buildings = register.buildings.map(({ name }) => ({ name, units: 0, bound: 0 }));
  for (const { building, bound } of entries) {
    const base = buildings[building];
    if (!base) continue;
    base.units += 1;
    base.bound += bound ? 1 : 0;
  }
  return buildings;
};

const bandsOf = ({ members }: Register, entitled: ReadonlySet<string>): Record<string, number> => {
  const bands: Record<string, number> = {};
  for (const { personId, ageBand } of members)
    if (ageBand && entitled.has(personId)) bands[ageBand] = (bands[ageBand] ?? 0) + 1;
  return bands;
};

/** The roll of a vote as the directory stands. A property unit without area or owner is left out and counted: such a vote must not be opened. */
export const makeRoll = (kind: UnitKind, register: Register): MadeRoll => {
  const { entries, persons: entitled, withoutArea = 0, withoutOwner = 0, withoutPerson = 0 } = MAKE[kind](register);
  const sorted = entries
    .map(({ bound: _, ...entry }): RollEntry => entry)
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
  return {
    entries: sorted,
    area: sorted.reduce((sum, { area = 0 }) => sum + area, 0),
    buildings: baseOf(register, entries),
    bands: bandsOf(register, entitled),
    withoutArea,
    withoutOwner,
    withoutPerson,
  };
};
