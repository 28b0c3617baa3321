import './zod';
import * as z from 'zod/mini';

/** A share as two integers: compared by cross-multiplication, never as a decimal. `strict`: more than the share; otherwise the share itself is enough (民法典 art. 1259: “以上” includes the number). */
export const Share = z.strictObject({ num: z.int(), den: z.int(), strict: z.boolean() });
export type Share = z.infer<typeof Share>;

/** Products stay exact: an area of 10^13 (0.01 m²) times a denominator is far below 2^53, and anything larger is an error and not a result. @throws RangeError */
const exact = (product: number): number => {
  if (!Number.isSafeInteger(product)) throw new RangeError('too large to compare exactly');
  return product;
};

/**
 * Whether `part` of `whole` is the share, by cross-multiplication: part/whole ≥ num/den, or > when strict (“以上” includes
 * the number, 过半数 is more than half: 民法典 art. 1259). Nothing is a share of nothing: with no part it is false.
 */
export const meets = ({ num, den, strict }: Share, part: number, whole: number): boolean => {
  if (part <= 0) return false;
  const [mine, asked] = [exact(part * den), exact(num * whole)];
  return strict ? mine > asked : mine >= asked;
};

/** The smallest part of `whole` that meets the share: at least one. */
export const neededOf = ({ num, den, strict }: Share, whole: number): number => {
  const product = exact(num * whole);
  const rest = product % den;
  const floor = (product - rest) / den;
  return Math.max(1, strict || rest > 0 ? floor + 1 : floor);
};
