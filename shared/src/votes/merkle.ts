import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';

/** Hashes of leaves and inner nodes start with different bytes, so that neither can be passed off as the other (RFC 9162 §2.1.1). */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (data: Uint8Array): Uint8Array => sha256(concatBytes(LEAF, data));
const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(concatBytes(NODE, left, right));

/** One level up: neighbours joined; the last one without a neighbour goes up as it is. The same tree as RFC 9162 describes from above. */
const levelAbove = (level: readonly Uint8Array[]): Uint8Array[] => {
  const above: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = [level[i] as Uint8Array, level[i + 1]];
    above.push(right ? nodeHash(left, right) : left);
  }
  return above;
};

/** The root over hashes of leaves; over none it is the hash of nothing. */
export const rootOf = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha256(new Uint8Array());
  let level = leaves;
  while (level.length > 1) level = levelAbove(level);
  return level[0] as Uint8Array;
};

/** What must be joined to the leaf at `index`, from below, to reach the root. */
export const inclusionProof = (leaves: readonly Uint8Array[], index: number): Uint8Array[] => {
  const proof: Uint8Array[] = [];
  let [level, at] = [leaves, index];
  while (level.length > 1) {
    const sibling = level[at ^ 1];
    if (sibling) proof.push(sibling);
    [level, at] = [levelAbove(level), Math.floor(at / 2)];
  }
  return proof;
};

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
const HASH_BYTES = 32;

/** The root that a proof leads to; undefined when it has not the length that a leaf at `index` of `size` needs. */
const climb = (leaf: Uint8Array, { index, size }: Place, proof: readonly Uint8Array[]): Uint8Array | undefined => {
  let [hash, at, last, used] = [leaf, index, size - 1, 0];
  while (last > 0) {
    if (at % 2 === 1 || at < last) {
      const sibling = proof[used];
      if (sibling?.length !== HASH_BYTES) return undefined;
      hash = at % 2 === 1 ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
      used += 1;
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return used === proof.length ? hash : undefined;
};

/** Where a leaf stands in a tree. */
export interface Place {
  index: number;
  size: number;
}
const isPlace = ({ index, size }: Place) => Number.isSafeInteger(index) && index >= 0 && index < size;

/** Whether the leaf stands at that place of the tree with this root (RFC 9162 §2.1.3.2). */
export const isIncluded = (leaf: Uint8Array, place: Place, proof: readonly Uint8Array[], root: Uint8Array): boolean => {
  if (!isPlace(place) || leaf.length !== HASH_BYTES) return false;
  const reached = climb(leaf, place, proof);
  return reached !== undefined && isSame(reached, root);
};
