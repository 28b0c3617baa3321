import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { newId } from '@gongzhi/shared/kernel/ids';
import { bucketOf, entryOf, rollBuckets, rollLine, rollText, type RollEntry } from './roll-rules';

const digest = (text: string) => createHash('sha256').update(text).digest();
const idOf = (i: number) => newId(new Date(1_790_000_000_000 + i), digest(String(i)));
const roll = (n: number): RollEntry[] => Array.from({ length: n }, (_, i) => ({ unitId: idOf(i), building: i % 200 }));
const owners = (n: number): RollEntry[] =>
  roll(n).map((entry, i) => ({
    ...entry,
    area: 8_905 + i,
    parts: 1,
    voters: Array.from({ length: 1 + (i % 2) }, (_, j) => idOf(i * 10 + j)),
  }));

test.each([
  [0, 'household', 1],
  [80, 'household', 1],
  [81, 'person', 2],
  [3_000, 'delegate', 38],
  [100_000, 'household', 1_250],
  [24, 'owner', 1],
  [25, 'owner', 2],
] as const)('a roll of %d of kind %s has %d buckets', (units, kind, buckets) => {
  expect(rollBuckets(units, kind)).toBe(buckets);
});

test.each([
  [30, 'household'],
  [3_000, 'household'],
  [20_000, 'household'],
  [10_000, 'owner'],
] as const)('with %d units of kind %s no bucket is larger than one read unit', (units, kind) => {
  const buckets = rollBuckets(units, kind);
  const bytes = new Map<number, number>();
  for (const entry of kind === 'owner' ? owners(units) : roll(units)) {
    const bucket = bucketOf(digest(entry.unitId), buckets);
    bytes.set(bucket, (bytes.get(bucket) ?? 60) + rollLine(entry).length + 1);
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

test('an entry is read back as it was written', () => {
  for (const entry of [...roll(5), ...owners(5)])
    expect(entryOf(rollLine(entry))).toEqual({
      ...entry,
      ...(entry.voters ? { voters: [...entry.voters].sort() } : {}),
    });
  const alone = { unitId: idOf(1), building: 3, area: 100, parts: 2, voters: [] };
  expect(entryOf(rollLine(alone))).toEqual(alone);
});

test('the text of a roll does not depend on the order it is read in, and changes nothing it is given', () => {
  const entries = owners(50);
  const mixed = [...entries].reverse();
  const before = JSON.stringify(mixed);
  expect(rollText(mixed)).toBe(rollText(entries));
  expect(JSON.stringify(mixed)).toBe(before);
});

test('one unit more or less, another area or another owner is another text', () => {
  const entries = owners(10);
  const [first, ...others] = entries as [RollEntry, ...RollEntry[]];
  const texts = [
    rollText(entries),
    rollText(others),
    rollText([{ ...first, area: 1 }, ...others]),
    rollText([{ ...first, voters: [idOf(999)] }, ...others]),
  ];
  expect(new Set(texts).size).toBe(4);
  expect(rollText(entries).split('\n')).toHaveLength(10);
});
