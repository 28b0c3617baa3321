import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { weightedSum } from '@gongzhi/shared/kernel/statistics/fractions';
import { WHOLE } from '@gongzhi/shared/kernel/statistics/parts';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { Indicator, Input, Shown, Total } from './model';
import { cardDay } from './quarters';
import { SCHEME_RULE } from './rule-sets';

/** Whether the card of a quarter may be made now: everything it is made of must have ended. */
export const mayMakeCard = (quarter: string, now: Date): Refusal<'CARD_EARLY'> | undefined =>
  dayInChina(now) < cardDay(quarter) ? refuse('CARD_EARLY', { day: cardDay(quarter) }) : undefined;

type Weighed = Pick<Indicator, 'indicatorId' | 'weight'>;

/** The weight of each figure that is shown, and what the withheld ones weigh together. */
export const weigh = (indicators: readonly Weighed[], inputs: readonly Input[]) => {
  const weightBy = new Map(indicators.map(({ indicatorId, weight }) => [indicatorId, weight]));
  const weightOf = ({ indicatorId }: Input) => weightBy.get(indicatorId) ?? 0;
  const shown = inputs.filter((input): input is Shown => input.shown);
  return {
    shown: shown.map((input) => ({ ...input, weight: weightOf(input) })),
    withheld: inputs.filter((input) => !input.shown).reduce((sum, input) => sum + weightOf(input), 0),
  };
};

/** A figure in ten-thousandths, rounded half up. */
export const pointOf = ({ num, den }: Pick<Shown, 'num' | 'den'>): number => weightedSum([{ num, den, weight: 1 }], 1);

/**
 * By how much the sum may err to one side, in ten-thousandths: Σ over groups of (Σ weight × distance to the end)², its root
 * and the thousandths rounded up once. Whole numbers below 10^14, of which the root tells exactly whether it is whole.
 * The formula: kernel/statistics/difference.
 */
const errorOf = (shown: readonly (Shown & { weight: number })[], side: (input: Shown) => number): number => {
  const groups = new Map<string, number>();
  for (const input of shown)
    groups.set(input.group, (groups.get(input.group) ?? 0) + input.weight * Math.max(0, side(input)));
  const squares = [...groups.values()].reduce((sum, pull) => sum + pull * pull, 0);
  return Math.ceil(Math.ceil(Math.sqrt(squares)) / SCHEME_RULE.sum);
};

/** What a card's figures come to (Total). The same inputs give the same digits, whoever reckons: functions/src/scorecards/recompute-card.ts does it again by itself. */
export const totalOf = (indicators: readonly Weighed[], inputs: readonly Input[]): Total => {
  const { shown, withheld } = weigh(indicators, inputs);
  const from = weightedSum(shown, SCHEME_RULE.sum);
  const to = from + (withheld * WHOLE) / SCHEME_RULE.sum;
  const [down, up] = [
    errorOf(shown, (input) => pointOf(input) - input.low),
    errorOf(shown, (input) => input.high - pointOf(input)),
  ];
  return { from, to, low: Math.max(0, from - down), high: Math.min(WHOLE, to + up) };
};
