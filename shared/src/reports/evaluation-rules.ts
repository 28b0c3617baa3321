import type { Criteria, Evaluation, Said, Side } from './evaluation-model';
import { RESIDENTS_FROM } from './rule-sets';

interface Answered {
  side: Side;
  at: string;
  said: readonly Said[];
}
interface Told {
  memberId: string;
  name: string;
  period: string;
  openedAt: string;
}
/**
 * What was said, criterion by criterion in the order of the criteria and side by side in the order of the sides. Residents'
 * words come sorted by the words themselves, so that neither who nor when is told; none below three.
 */
export const beside = (
  told: Told,
  criteria: Pick<Criteria, 'items'>,
  {
    answers,
    residents,
    reply,
  }: { answers: readonly Answered[]; residents: readonly string[]; reply?: Evaluation['reply'] },
): Evaluation => ({
  ...told,
  criteria: criteria.items.map((criterion) => ({
    ...criterion,
    said: answers.flatMap(({ side, at, said }) => {
      const own = said.find(({ criterionId }) => criterionId === criterion.criterionId);
      return own ? [{ side, at, words: own.words, refs: own.refs }] : [];
    }),
  })),
  ...(residents.length >= RESIDENTS_FROM ? { residents: [...residents].sort() } : {}),
  ...(reply ? { reply } : {}),
});
