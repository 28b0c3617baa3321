import { WHOLE } from './parts';

/** A share as two integers, `num` of `den`; nothing is rounded until it is shown. */
export interface Fraction {
  num: number;
  den: number;
}

const big = ({ num, den }: Fraction): { num: bigint; den: bigint } => {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0)
    throw new RangeError('a fraction is two whole numbers, the lower one above zero');
  return { num: BigInt(num), den: BigInt(den) };
};

/** Below zero when a < b, zero when they are equal, above when a > b: by cross-multiplication, exact. @throws RangeError */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const [left, right] = [big(a), big(b)];
  const difference = left.num * right.den - right.num * left.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/**
 * Σ weight × num ÷ den of fractions, each with a whole weight, as an integer in ten-thousandths of `sumOfWeights`: the exact
 * sum, rounded once at its end, half up. No order of adding changes a digit.
 * @throws RangeError of what is no fraction or no whole weight
 */
export const weightedSum = (parts: readonly (Fraction & { weight: number })[], sumOfWeights: number): number => {
  const whole = parts.reduce(
    (sum, part) => {
      const { num, den } = big(part);
      return { num: sum.num * den + sum.den * num * BigInt(part.weight), den: sum.den * den };
    },
    { num: 0n, den: 1n },
  );
  const [above, below] = [whole.num * BigInt(WHOLE) * 2n + whole.den * BigInt(sumOfWeights), whole.den * 2n];
  return Number(above / (below * BigInt(sumOfWeights)));
};
