/**
 * Numbers in [0, 1) that are the same for the same seed (mulberry32): for made-up data and simulations, never for a secret
 * or a draw that must not be foretold.
 */
export const chance = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};
