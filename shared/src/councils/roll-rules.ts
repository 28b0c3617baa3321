/**
 * Households in one bucket of a frozen roll, on average: an id takes 27 bytes, so 90 make 2.4 KB and a bucket stays within
 * one read unit (4 KB, 148 ids) with chance's spread (six standard deviations).
 */
export const BUCKET_HOUSEHOLDS = 90;

/** Into how many buckets a roll is divided; at least one. */
export const rollBuckets = (households: number): number => Math.max(1, Math.ceil(households / BUCKET_HOUSEHOLDS));

/** The bucket of a household, from the first four bytes of a digest of its id. */
export const bucketOf = (digest: Uint8Array, buckets: number): number => {
  const [a = 0, b = 0, c = 0, d = 0] = digest;
  return (((a * 256 + b) * 256 + c) * 256 + d) % buckets;
};

/** What the hash of a roll is taken over: the ids in order, one a line, so that anyone who has them can recompute it. */
export const rollText = (householdIds: readonly string[]): string => [...householdIds].sort().join('\n');
