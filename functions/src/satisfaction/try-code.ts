import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayTryCode, windowOf, type Trier } from '@gongzhi/shared/satisfaction/code-tries';
import { findByCode } from './find-by-code';
import type { Deps } from './repo';

export interface Typed<T extends Trier> {
  communityId: string;
  code: string;
  trier: T;
  /** The worker, where one types for somebody. */
  personId?: string;
}

/**
 * The invitation a code stands for, if another code may be typed at all; a wrong one is counted. Of those who type at the same
 * moment all are let through that found the limit not reached.
 */
export const tryCode = async <T extends Trier>(
  { communityId, code, trier, personId }: Typed<T>,
  deps: Pick<Deps, 'repo' | 'codes' | 'seals'> & { now: Date },
) => {
  const { repo, seals, now } = deps;
  const ids = { communityId, who: personId ? seals.tries(personId) : trier };
  const refused = mayTryCode(trier, await repo.tries.read(ids), now);
  if (refused) return refused;
  const found = await findByCode({ communityId, code }, deps);
  if (found) return found;
  await repo.tries.count(ids, windowOf(now));
  return refuse('ANSWER_CODE_WRONG');
};
