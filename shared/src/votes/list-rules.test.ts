import fc from 'fast-check';
import {
  PART_LINES,
  isMarked,
  listRoot,
  markLine,
  partOfMark,
  partRoot,
  partsOf,
  proveLine,
  signedText,
} from './list-rules';
import { leafHash, rootOf } from './merkle';

const hex = (n: number) => n.toString(16).padStart(8, '0').padEnd(64, '5');
const listOf = (marks: number, ballots: number) => [
  '{"format":"gongzhi-vote-list"}',
  ...Array.from({ length: marks }, (_, i) => markLine(hex(i * 7))),
  ...Array.from({ length: ballots }, (_, i) => `B ${hex(i).slice(0, 32)} for`),
];
const published = (lines: readonly string[]) => {
  const parts = partsOf(lines);
  const roots = parts.map(partRoot);
  return { parts, roots, root: listRoot(roots), firsts: parts.map(([first = '']) => first.slice(0, 20)) };
};
const whole = (lines: readonly string[]) =>
  Buffer.from(rootOf(lines.map((line) => leafHash(new TextEncoder().encode(line))))).toString('hex');

test.each([0, 1, 2, 1_022, 1_023, 1_024, 1_025, 2_048, 3_100])(
  'the roots of the parts give the root of the whole list (%i marks and as many ballots)',
  (n) => {
    const lines = listOf(n, n);
    expect(published(lines).root).toBe(whole(lines));
  },
);

test('every mark is found in its part and proved; no other mark is', () => {
  const lines = listOf(2_600, 2_600);
  const { parts, roots, root, firsts } = published(lines);
  fc.assert(
    fc.property(fc.nat(2_599), (n) => {
      const mark = hex(n * 7);
      const part = partOfMark(mark, firsts);
      const at = parts[part]?.indexOf(markLine(mark)) ?? -1;
      expect(at).toBe(lines.indexOf(markLine(mark)) % PART_LINES);
      const proof = proveLine(parts[part] ?? [], { part, at, size: lines.length }, roots);
      expect(isMarked(mark, proof, root)).toBe(true);
      expect(isMarked(hex(n * 7 + 1), proof, root)).toBe(false);
      expect(isMarked(mark, { ...proof, index: proof.index + 1 }, root)).toBe(false);
      expect(isMarked(mark, proof, hex(1))).toBe(false);
    }),
  );
});

test('a mark below the first and one above the last are looked for where they would stand', () => {
  const { firsts, parts } = published(listOf(2_600, 10));
  expect(partOfMark('0'.repeat(64), firsts)).toBe(0);
  expect(partOfMark('f'.repeat(64), firsts)).toBe(2);
  expect(parts[2]?.includes(markLine('f'.repeat(64)))).toBe(false);
});

test('what is signed names itself', () => expect(signedText('ab')).toBe('gongzhi-vote-list/1\nab\n'));
