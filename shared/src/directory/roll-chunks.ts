import type { RollRow } from './model';
import { CHUNK_ROWS, CHUNK_WRITES, writesOf } from './roll-limits';

/**
 * The roll in requests, in its order: each small enough for one transaction with its event, counting buildings and
 * phones as well as households. A household alone always fits (12 adults).
 */
export const inChunks = (rows: readonly RollRow[]): RollRow[][] => {
  const chunks: RollRow[][] = [];
  let current: RollRow[] = [];
  for (const row of rows) {
    const next = [...current, row];
    if (next.length > CHUNK_ROWS || writesOf(next) > CHUNK_WRITES) {
      chunks.push(current);
      current = [row];
    } else current = next;
  }
  return current.length > 0 ? [...chunks, current] : chunks;
};
