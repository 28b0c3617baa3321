import * as fc from 'fast-check';
import { totalOf } from '@gongzhi/shared/scorecards/card-rules';
import type { CardIndicator, Input } from '@gongzhi/shared/scorecards/model';
import type * as z from 'zod/mini';
import { of } from './test-scorecards';
import { recomputeCard } from './recompute-card';

const cited = (n: number, weight: number): z.infer<typeof CardIndicator> => ({ ...of(n, weight), duty: '组织议事' });
const anyInput = fc.oneof(
  fc.constant({ shown: false, why: 'few' } as const),
  fc
    .tuple(fc.nat(12_000), fc.nat(12_000), fc.nat(3_000), fc.nat(3_000), fc.constantFrom('a', 'b', 'c'))
    .map(([a, b, down, up, group]) => {
      const [num, den] = [Math.min(a, b), Math.max(a, b, 1)];
      const point = Math.floor((num * 20_000 + den) / (2 * den));
      const [low, high] = [Math.max(0, point - down), Math.min(10_000, point + up)];
      return { shown: true, num, den, low, high, base: den, group } as const;
    }),
);
/** Weights of so many indicators that come to a thousand. */
const weightsOf = (cuts: readonly number[]) => {
  const ends = [0, ...[...cuts].sort((a, b) => a - b), 1_000];
  return ends.slice(1).map((end, i) => end - (ends[i] ?? 0));
};
const anyCard = fc
  .tuple(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 11 }), fc.array(anyInput, { minLength: 12, maxLength: 12 }))
  .map(([cuts, some]) => {
    const indicators = weightsOf(cuts).map((weight, i) => cited(i, weight));
    const inputs = indicators.map(({ indicatorId }, i) => ({ indicatorId, ...some[i] }) as Input);
    return { indicators, inputs };
  });

test('comes to the same digits as the rule, whatever the figures', () => {
  fc.assert(
    fc.property(anyCard, (card) => expect(recomputeCard(card)).toEqual(totalOf(card.indicators, card.inputs))),
    { numRuns: 5_000 },
  );
});
test('out of a card that was written down as JSON too', () => {
  const card = {
    indicators: [cited(1, 600), cited(2, 400)],
    inputs: [
      { indicatorId: 'i1', shown: true, num: 1, den: 3, low: 3_000, high: 3_700, base: 3, group: 'g' },
      { indicatorId: 'i2', shown: false, why: 'few' },
    ] satisfies Input[],
  };
  const read = JSON.parse(JSON.stringify(card)) as typeof card;
  // 0.6 ÷ 3 = 0.2; the error 0.6 × 0.0333 down and 0.6 × 0.0367 up, rounded outwards
  expect(recomputeCard(read)).toEqual({ from: 2_000, to: 6_000, low: 1_800, high: 6_221 });
});
test('a changed figure changes the sum', () => {
  const inputs: Input[] = [
    { indicatorId: 'i1', shown: true, num: 80, den: 100, low: 7_000, high: 8_700, base: 100, group: 'g' },
  ];
  const sum = (num: number) =>
    recomputeCard({ indicators: [cited(1, 1_000)], inputs: inputs.map((one) => ({ ...one, num }) as Input) }).from;
  expect([sum(80), sum(81)]).toEqual([8_000, 8_100]);
});
