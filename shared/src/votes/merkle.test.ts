import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { inclusionProof, isIncluded, leafHash, rootOf } from './merkle';
import vectors from './test-inclusion-vectors.json';

const bytes = (base64: string | null) => new Uint8Array(Buffer.from(base64 ?? '', 'base64'));
const text = (said: string) => new TextEncoder().encode(said);
const sha = (...parts: Uint8Array[]) => new Uint8Array(createHash('sha256').update(Buffer.concat(parts)).digest());

/** RFC 9162 §2.1.1 word for word: split at the largest power of two below the size. */
const rootByTheBook = (leaves: readonly Uint8Array[]): Uint8Array => {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Uint8Array.of(0), leaves[0] as Uint8Array);
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha(Uint8Array.of(1), rootByTheBook(leaves.slice(0, k)), rootByTheBook(leaves.slice(k)));
};

test.each(vectors.cases)('the published case $name ($says)', ({ index, size, root, leaf, proof, rejects }) => {
  const accepted = isIncluded(bytes(leaf), { index, size }, (proof ?? []).map(bytes), bytes(root));
  expect(accepted).toBe(!rejects);
});

test('there are cases of both kinds', () => {
  expect(vectors.cases.filter(({ rejects }) => rejects)).toHaveLength(60);
  expect(vectors.cases.filter(({ rejects }) => !rejects)).toHaveLength(4);
});

test('the root is the one the RFC describes, at every size to 70', () => {
  const data = Array.from({ length: 70 }, (_, i) => text(`leaf ${i}`));
  for (let size = 0; size <= data.length; size += 1) {
    const some = data.slice(0, size);
    expect(rootOf(some.map(leafHash))).toEqual(rootByTheBook(some));
  }
});

test('every leaf of a tree has a proof that holds, and holds for no other place, leaf or root', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(), (size, some, other) => {
      const leaves = Array.from({ length: size }, (_, i) => leafHash(text(String(i))));
      const [index, wrong] = [some % size, other % size];
      const [leaf, root, proof] = [leaves[index] as Uint8Array, rootOf(leaves), inclusionProof(leaves, index)];
      expect(isIncluded(leaf, { index, size }, proof, root)).toBe(true);
      expect(isIncluded(leafHash(text('another')), { index, size }, proof, root)).toBe(false);
      expect(isIncluded(leaf, { index, size }, proof, leaf)).toBe(size === 1);
      if (wrong !== index) expect(isIncluded(leaf, { index: wrong, size }, proof, root)).toBe(false);
    }),
  );
});

test('a leaf passed off as a node, and a place that is none, are refused', () => {
  const leaves = ['a', 'b'].map((word) => leafHash(text(word)));
  const [a, b] = leaves as [Uint8Array, Uint8Array];
  expect(isIncluded(leafHash(new Uint8Array([...a, ...b])), { index: 0, size: 1 }, [], rootOf(leaves))).toBe(false);
  for (const index of [-1, 2, 0.5, Number.NaN])
    expect(isIncluded(a, { index, size: 2 }, [b], rootOf(leaves))).toBe(false);
});
