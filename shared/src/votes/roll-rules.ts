import type { UnitKind } from './rule-sets';

/** One unit on a frozen roll. */
export interface RollEntry {
  /** Household, person, or the owner's head. */
  unitId: string;
  /** Which of the vote's buildings it lies in; for an owner of several units the first. */
  building: number;
  /** Area behind an owner's ballot, integers of 0.01 m², and how many property units it is made of. */
  area?: number;
  parts?: number;
  /** Who may cast an owner's ballot; a household's is cast by whoever is bound to it, a person's by that person. */
  voters?: readonly string[];
}

/** An entry as one line: what is stored, and what the hash of a roll is taken over. */
export const rollLine = ({ unitId, building, area, parts, voters = [] }: RollEntry): string =>
  area === undefined
    ? `${unitId}|${building}`
    : `${unitId}|${building}|${area}|${parts ?? 1}|${[...voters].sort().join(',')}`;

export const entryOf = (line: string): RollEntry => {
  const [unitId = '', building = '0', area, parts, voters = ''] = line.split('|');
  const entry = { unitId, building: Number(building) };
  if (area === undefined) return entry;
  return { ...entry, area: Number(area), parts: Number(parts), voters: voters ? voters.split(',') : [] };
};

/**
 * Units in one bucket of a frozen roll, on average. A household's line takes 31 bytes: 80 make 2.5 KB, and a bucket stays
 * within one read unit (4 KB, 128 lines) with chance's spread (five standard deviations). An owner's takes 75 with one
 * owner and up to 160 with four: 24 make 1.8 KB.
 */
export const BUCKET_UNITS = { household: 80, person: 80, delegate: 80, owner: 24 } as const satisfies Record<
  UnitKind,
  number
>;

/** Into how many buckets a roll is divided; at least one. */
export const rollBuckets = (units: number, kind: UnitKind = 'household'): number =>
  Math.max(1, Math.ceil(units / BUCKET_UNITS[kind]));

/** The bucket of a unit, from the first four bytes of a digest of its id. */
export const bucketOf = (digest: Uint8Array, buckets: number): number => {
  const [a = 0, b = 0, c = 0, d = 0] = digest;
  return (((a * 256 + b) * 256 + c) * 256 + d) % buckets;
};

/** What the hash of a roll is taken over: the lines in order, so that anyone who has them can recompute it. */
export const rollText = (entries: readonly RollEntry[]): string => entries.map(rollLine).sort().join('\n');
