import type { Ctx } from './caller';
import { answerOf } from './commit';
import { eventKey } from './ledger';

/**
 * Two identical requests at once both find no earlier answer; the later one may then see what the first has just
 * changed and be about to refuse it. When the caller's own act stands by now, its answer is the answer.
 */
export const recallAnswer = async <A, R>(
  { ledger, intent }: Pick<Ctx, 'ledger' | 'intent'>,
  refusal: R,
): Promise<A | R> => {
  const first = await ledger.find(eventKey(intent.scope, intent.actor, intent.key));
  return first ? (answerOf(first, intent.hash) as A) : refusal;
};
