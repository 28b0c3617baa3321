import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Total } from '@gongzhi/shared/scorecards/model';
import { recomputeCard } from './recompute-card';
import type { Handle } from './repo';

const isSame = (a: Total, b: Total): boolean =>
  a.from === b.from && a.to === b.to && a.low === b.low && a.high === b.high;

/** A card is recounted whenever it is read: what stands and what it comes to are both told. */
export const readCard: Handle<'readCard'> = async (of, { repo, raiseAlarm }) => {
  const card = await repo.cards.read(of);
  if (!card) return refuse('NOT_FOUND');
  const total = recomputeCard(card);
  const agrees = isSame(card.total, total);
  if (!agrees) raiseAlarm({ ...of, stands: card.total, recounted: total });
  return { card, recount: { agrees, total } };
};
