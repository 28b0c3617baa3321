/** Numbers with their base: `312 户中 208 户已表决`. */
export const inWords = (base: number, done: number, unit: string, verb: string): string =>
  `${base} ${unit}中 ${done} ${unit}${verb}`;

/** Tenths of a percent of the bar to fill, 0 to 1000, never full before it is. */
export const filled = (base: number, done: number): number =>
  base <= 0 ? 0 : done >= base ? 1000 : Math.max(0, Math.min(999, Math.floor((done * 1000) / base)));
