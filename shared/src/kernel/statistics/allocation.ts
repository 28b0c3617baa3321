const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

/** `n` places over strata in proportion to their sizes, by the largest remainder; a tie goes to the earlier one. */
const byRemainder = (sizes: readonly number[], n: number): number[] => {
  const whole = total(sizes);
  if (whole === 0) return sizes.map(() => 0);
  const quotas = sizes.map((size, index) => {
    const rest = (size * n) % whole;
    return { index, floor: (size * n - rest) / whole, rest };
  });
  const left = n - total(quotas.map(({ floor }) => floor));
  const lucky = [...quotas].sort((a, b) => b.rest - a.rest || a.index - b.index).slice(0, left);
  const more = new Set(lucky.map(({ index }) => index));
  return quotas.map(({ index, floor }) => floor + (more.has(index) ? 1 : 0));
};

/**
 * How many of each stratum are drawn: proportional allocation (Cochran 1977, Sampling Techniques, 5.5), whole numbers by the
 * largest remainder, and of no stratum fewer than `least`, or all of it where it has not so many. What small strata get above
 * their proportion the others give in theirs. The sum is `n`, or all units when there are fewer, or the sum of the least
 * numbers when that is more.
 * @throws RangeError unless all numbers are whole and none is below zero
 */
export const allocate = (sizes: readonly number[], n: number, least: number): number[] => {
  if (![...sizes, n, least].every((number) => Number.isSafeInteger(number) && number >= 0))
    throw new RangeError('strata and samples are counted in whole numbers');
  const floors = sizes.map((size) => Math.min(size, least));
  const places = Math.max(Math.min(n, total(sizes)), total(floors));
  let held = new Set<number>();
  for (;;) {
    const free = sizes.map((size, index) => (held.has(index) ? 0 : size));
    const shared = byRemainder(free, places - total(floors.filter((_, index) => held.has(index))));
    const drawn = shared.map((share, index) => (held.has(index) ? (floors[index] ?? 0) : share));
    const short = drawn.flatMap((share, index) => (share < (floors[index] ?? 0) ? [index] : []));
    if (short.length === 0) return drawn;
    held = new Set([...held, ...short]);
  }
};
