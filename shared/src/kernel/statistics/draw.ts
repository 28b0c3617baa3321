import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a seed, 32 bytes in hex, is known by before it is told: its SHA-256 in hex, published when the draw is opened. */
export const seedCommitment = (seed: string): string => bytesToHex(sha256(hexToBytes(seed)));

/** Where a unit stands in the draw of a seed: SHA-256 of the seed's bytes and then the id's, in hex; the lowest are drawn. */
export const drawKey = (seed: string, unitId: string): string =>
  bytesToHex(sha256(concatBytes(hexToBytes(seed), utf8ToBytes(unitId))));

/**
 * A simple random sample of `n` units without replacement: the first `n` by drawKey, in its order. Anybody who knows the
 * seed and the ids draws the same, whatever order the ids are given in; an id given twice counts once.
 */
export const draw = (seed: string, unitIds: readonly string[], n: number): string[] =>
  [...new Set(unitIds)]
    .map((unitId) => ({ unitId, key: drawKey(seed, unitId) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, n)
    .map(({ unitId }) => unitId);
