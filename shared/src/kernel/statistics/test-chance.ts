/** How many yes there are among `n` drawn without replacement from `size` of whom `yes` say it. For tests. */
export const drawn = (next: () => number, { size, yes, n }: { size: number; yes: number; n: number }): number => {
  let found = 0;
  for (let i = 0; i < n; i += 1) if (next() * (size - i) < yes - found) found += 1;
  return found;
};
