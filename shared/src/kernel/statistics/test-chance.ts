/** Chance that is the same on every run, by its seed: mulberry32. For tests. */
export const chance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** How many yes there are among `n` drawn without replacement from `size` of whom `yes` say it. For tests. */
export const drawn = (next: () => number, { size, yes, n }: { size: number; yes: number; n: number }): number => {
  let found = 0;
  for (let i = 0; i < n; i += 1) if (next() * (size - i) < yes - found) found += 1;
  return found;
};
