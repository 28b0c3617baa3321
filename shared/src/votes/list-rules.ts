import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { inclusionProof, isIncluded, leafHash, rootOf } from './merkle';

/** Lines in one part of a published list. A power of two: each full part is a whole subtree, so that the roots of the parts give the root of the list. */
export const PART_LINES = 1_024;

const leavesOf = (lines: readonly string[]): Uint8Array[] => lines.map((line) => leafHash(utf8ToBytes(line)));

/** A list's lines cut into parts, in order; the signature is none of them. */
export const partsOf = (lines: readonly string[]): string[][] => {
  const parts: string[][] = [];
  for (let from = 0; from < lines.length; from += PART_LINES) parts.push(lines.slice(from, from + PART_LINES));
  return parts;
};

/** The root of one part's own lines, in hex. */
export const partRoot = (lines: readonly string[]): string => bytesToHex(rootOf(leavesOf(lines)));
/** The root of a list from the roots of its parts. */
export const listRoot = (roots: readonly string[]): string => bytesToHex(rootOf(roots.map(hexToBytes)));

/** What is signed: a name for what it is, so that no other signature of the key can be taken for it, and the root. */
export const signedText = (root: string): string => `gongzhi-vote-list/1\n${root}\n`;

/** The line of somebody who took part. */
export const markLine = (mark: string): string => `A ${mark}`;

/** The part in which a mark's line lies if the list has it. `firsts`: how each part's first line begins; the very first is the head. */
export const partOfMark = (mark: string, firsts: readonly string[]): number => {
  const line = markLine(mark);
  let found = 0;
  for (let part = 1; part < firsts.length; part += 1) if ((firsts[part] as string) <= line) found = part;
  return found;
};

/** Where a line stands, and what leads from it to the root. */
export interface LineProof {
  index: number;
  size: number;
  proof: string[];
}

/** The proof of the line at `at` of part `part`: up through the part, then up through the parts. */
export const proveLine = (
  lines: readonly string[],
  { part, at, size }: { part: number; at: number; size: number },
  roots: readonly string[],
): LineProof => ({
  index: part * PART_LINES + at,
  size,
  proof: [...inclusionProof(leavesOf(lines), at), ...inclusionProof(roots.map(hexToBytes), part)].map(bytesToHex),
});

/** Whether a mark stands in the list with this root: what a phone computes for itself. */
export const isMarked = (mark: string, { index, size, proof }: LineProof, root: string): boolean =>
  isIncluded(leafHash(utf8ToBytes(markLine(mark))), { index, size }, proof.map(hexToBytes), hexToBytes(root));
