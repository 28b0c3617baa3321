import { createHash } from 'node:crypto';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The root over lines[from…to), split as RFC 9162 §2.1.1 says: at the largest power of two below the size. */
const root = (lines, from, to) => {
  const size = to - from;
  if (size === 1) return sha256(LEAF, lines[from]);
  let half = 1;
  while (half * 2 < size) half *= 2;
  return sha256(NODE, root(lines, from, from + half), root(lines, from + half, to));
};

/** The Merkle root, in hex, over the lines' bytes in order. */
export const hashTree = (lines) =>
  (lines.length === 0 ? sha256(Buffer.alloc(0)) : root(lines, 0, lines.length)).toString('hex');
