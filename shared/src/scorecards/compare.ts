import { combine, pairsOf, type Estimate } from '@gongzhi/shared/kernel/statistics/difference';
import { zOf } from '@gongzhi/shared/kernel/statistics/normal';
import { WHOLE } from '@gongzhi/shared/kernel/statistics/parts';
import { LEVEL, answersBehind, scoreBounds } from '@gongzhi/shared/kernel/statistics/wilson';
import { pointOf, weigh } from './card-rules';
import type { CardHead, Shown } from './model';

/** Two communities whose sums differ by more than chance and what is withheld can make: `above` has the larger one. */
export interface Apart {
  above: string;
  below: string;
}

/** A figure's interval was published for one community; for several comparisons at once it is reckoned wider. */
const estimateOf = (input: Shown & { weight: number }, side: 1 | -1, z: number): Estimate => {
  const value = pointOf(input);
  const answers = answersBehind(value / WHOLE, (input.high - input.low) / WHOLE, zOf(LEVEL));
  const [low, high] = scoreBounds(value / WHOLE, answers, z);
  return {
    ...{ value, low: low * WHOLE, high: high * WHOLE },
    ...{ weight: side * input.weight, group: `${side} ${input.group}` },
  };
};

/** Between what the difference of two cards lies, whatever the withheld figures were; in ten-thousandths of a thousandth. */
const between = (a: CardHead, b: CardHead, z: number): { low: number; high: number } => {
  const [one, other] = [weigh(a.weights, a.inputs), weigh(b.weights, b.inputs)];
  const { low, high } = combine([
    ...one.shown.map((input) => estimateOf(input, 1, z)),
    ...other.shown.map((input) => estimateOf(input, -1, z)),
  ]);
  return { low: low - other.withheld * WHOLE, high: high + one.withheld * WHOLE };
};

/**
 * Which of the communities shown together can be told apart, at 95 % for all pairs at once (Bonferroni). Cards of different
 * schemes are not compared. Pairs and not places: nobody is first or last, and most pairs are not told apart.
 */
export const tellApart = (cards: readonly CardHead[]): Apart[] => {
  const z = zOf(LEVEL, Math.max(1, pairsOf(cards.length)));
  return cards.flatMap((a, i) =>
    cards.slice(i + 1).flatMap((b): Apart[] => {
      if (a.schemeVersion !== b.schemeVersion) return [];
      const { low, high } = between(a, b, z);
      if (low > 0) return [{ above: a.communityId, below: b.communityId }];
      return high < 0 ? [{ above: b.communityId, below: a.communityId }] : [];
    }),
  );
};
