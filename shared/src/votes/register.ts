import type { Role } from '@gongzhi/shared/kernel/contract';
import type { RollEntry } from './roll-rules';

/** What the directory says when a roll is made. Ids only: a roll knows nobody's name. */
export interface Register {
  /** Every building with the households (doors) on the community's roll. */
  buildings: readonly { name: string; ids: readonly string[] }[];
  /** Those who joined in the app. */
  members: readonly {
    personId: string;
    householdId?: string | undefined;
    roles: readonly Role[];
    ageBand?: string | undefined;
  }[];
  /** Which head owns a door, and which persons were confirmed as that head's owners. */
  owned: readonly { householdId: string; head: string }[];
  owners: readonly { head: string; personId: string }[];
  /** Area of each door, 0.01 m²; a door whose area is unknown is absent. */
  areas: ReadonlyMap<string, number>;
  /** Adults on the roll of each door, for a vote of persons; of a door that is absent at least one is taken to live there. */
  seats: ReadonlyMap<string, number>;
}

/** A unit of a roll, and whether somebody in the app can vote for it. */
export type Entitled = RollEntry & { bound: boolean };
/** Units as the register gives them, the persons who may vote for them, and doors that had to be left out. */
export interface Made {
  entries: Entitled[];
  persons: ReadonlySet<string>;
  withoutArea?: number;
  withoutOwner?: number;
  /** Adults on the roll who have not joined, so that a roll of persons would leave them out. */
  withoutPerson?: number;
}

/** In which building each door lies. */
export const buildingIndex = ({ buildings }: Register): ReadonlyMap<string, number> =>
  new Map(buildings.flatMap(({ ids }, index) => ids.map((id) => [id, index] as const)));
