import { doorKey, doorText, type Door } from '../kernel/door-key';

/** What one roll may hold. Source: our own decision, 2026-11-23 (a community has 1,000 to 3,000 households; one building's ids must fit one item of 400 KB many times over). */
export const ROLL = { households: 20_000, perBuilding: 2_000, adults: 12, megabytes: 20 } as const;

/** Rows of one request: with their buildings and phones small enough for one transaction with its event (roll-chunks.ts cuts a roll so). */
export const CHUNK_ROWS = 30;

/** Most writes of one request, its event and counters included. Source: DynamoDB, 100 items a transaction (2022-09); ten are left for phones taken off the roll. */
export const CHUNK_WRITES = 90;

interface Counted extends Door {
  adults: readonly { phone?: string | undefined }[];
}
const phonesIn = (rows: readonly Counted[]) =>
  rows.reduce((sum, { adults }) => sum + adults.filter(({ phone }) => phone).length, 0);

/** Most items that importing these rows can write: the event, the community, two of each building, each household and phone. */
export const writesOf = (rows: readonly Counted[]): number =>
  2 + 2 * new Set(rows.map((row) => doorKey(row).building)).size + rows.length + phonesIn(rows);

/** One household is named once in a request: a transaction writes an item once. */
export const namesEachOnce = (rows: readonly Door[]): boolean => new Set(rows.map(doorText)).size === rows.length;
