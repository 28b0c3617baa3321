import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { newId } from '@gongzhi/shared/kernel/ids';
import { bucketOf, rollBuckets, rollText } from './roll-rules';

const digest = (text: string) => createHash('sha256').update(text).digest();
const roll = (n: number) =>
  Array.from({ length: n }, (_, i) => newId(new Date(1_790_000_000_000 + i), digest(String(i))));

test.each([
  [0, 1],
  [1, 1],
  [90, 1],
  [91, 2],
  [180, 2],
  [3_000, 34],
  [100_000, 1_112],
])('a roll of %d has %d buckets', (households, buckets) => {
  expect(rollBuckets(households)).toBe(buckets);
});

test.each([30, 3_000, 20_000])('with %d households no bucket is larger than one read unit', (households) => {
  const buckets = rollBuckets(households);
  const bytes = new Map<number, number>();
  for (const id of roll(households)) {
    const bucket = bucketOf(digest(id), buckets);
    bytes.set(bucket, (bytes.get(bucket) ?? 60) + id.length + 1);
  }
  expect(Math.max(...bytes.values())).toBeLessThanOrEqual(4_096);
});

test('a bucket is always one of them, and the same for the same digest', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 4, maxLength: 32 }),
      fc.integer({ min: 1, max: 5_000 }),
      (bytes, buckets) => {
        const bucket = bucketOf(bytes, buckets);
        expect(Number.isInteger(bucket) && bucket >= 0 && bucket < buckets).toBe(true);
        expect(bucketOf(Uint8Array.from(bytes), buckets)).toBe(bucket);
      },
    ),
  );
});

test('all four bytes of the digest are read', () => {
  expect(bucketOf(Uint8Array.of(1, 2, 3, 4), 2 ** 32)).toBe(0x01020304);
  expect(bucketOf(Uint8Array.of(255, 255, 255, 255), 1_000)).toBe(4_294_967_295 % 1_000);
});

test('the text of a roll does not depend on the order it is read in, and changes nothing it is given', () => {
  const ids = roll(50);
  const mixed = [...ids].reverse();
  const before = [...mixed];
  expect(rollText(mixed)).toBe([...ids].sort().join('\n'));
  expect(mixed).toEqual(before);
});

test('one household more or less is another text', () => {
  const ids = roll(10);
  expect(rollText(ids.slice(1))).not.toBe(rollText(ids));
  expect(rollText(ids).split('\n')).toHaveLength(10);
});
