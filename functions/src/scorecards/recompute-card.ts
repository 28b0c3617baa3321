import type { Card, Input, Total } from '@gongzhi/shared/scorecards/model';

/** What of a card its sum is made of: anybody who has these numbers comes to the same. */
export type Recountable = Pick<Card, 'indicators' | 'inputs'>;
type Figure = Extract<Input, { shown: true }>;

const WHOLE = 10_000n;
const WEIGHTS = 1_000n;

const ceilDivide = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
const halfUp = (above: bigint, below: bigint): bigint => (2n * above + below) / (2n * below);
/** The smallest whole number whose square is at least `n`, by Newton. */
const ceilRoot = (n: bigint): bigint => {
  if (n < 2n) return n;
  let root = n;
  for (let next = (root + 1n) / 2n; next < root; next = (root + n / root) / 2n) root = next;
  return root * root === n ? root : root + 1n;
};

/** Each figure over the product of all denominators. */
const exactSum = (figures: readonly Figure[], weightOf: (input: Input) => bigint): bigint => {
  const below = figures.reduce((product, { den }) => product * BigInt(den), 1n);
  const above = figures.reduce((sum, of) => sum + weightOf(of) * BigInt(of.num) * (below / BigInt(of.den)), 0n);
  return halfUp(above * WHOLE, below * WEIGHTS);
};

const distances = ({ num, den, low, high }: Figure): { down: bigint; up: bigint } => {
  const point = halfUp(BigInt(num) * WHOLE, BigInt(den));
  const [down, up] = [point - BigInt(low), BigInt(high) - point];
  return { down: down > 0n ? down : 0n, up: up > 0n ? up : 0n };
};

/** The error to one side: figures of one group are added before they are squared. */
const errorTo = (side: 'down' | 'up', figures: readonly Figure[], weightOf: (input: Input) => bigint): bigint => {
  const names = [...new Set(figures.map(({ group }) => group))];
  const pulls = names.map((name) =>
    figures
      .filter(({ group }) => group === name)
      .reduce((sum, figure) => sum + weightOf(figure) * distances(figure)[side], 0n),
  );
  return ceilDivide(ceilRoot(pulls.reduce((sum, pull) => sum + pull * pull, 0n)), WEIGHTS);
};

/**
 * A card's sum reckoned again from its frozen figures and weights, apart from the rule that made it
 * (shared/scorecards/card-rules) and in other numbers: endless whole ones, one denominator, a root by Newton.
 */
export const recomputeCard = ({ indicators, inputs }: Recountable): Total => {
  const weightOf = ({ indicatorId }: Input) =>
    BigInt(indicators.find((one) => one.indicatorId === indicatorId)?.weight ?? 0);
  const figures = inputs.flatMap((input) => (input.shown ? [input] : []));
  const withheld = inputs.reduce((sum, input) => sum + (input.shown ? 0n : weightOf(input)), 0n);
  const from = exactSum(figures, weightOf);
  const to = from + (withheld * WHOLE) / WEIGHTS;
  const [low, high] = [from - errorTo('down', figures, weightOf), to + errorTo('up', figures, weightOf)];
  return {
    from: Number(from),
    to: Number(to),
    low: Number(low > 0n ? low : 0n),
    high: Number(high < WHOLE ? high : WHOLE),
  };
};
