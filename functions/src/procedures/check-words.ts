import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/**
 * The words of a worker or the chair: refused when the check says they are risky. What it is not sure of is published:
 * they are the ones who decide on doubtful texts of others.
 */
export const checkWords = async (
  { check, caller }: Pick<Deps, 'check'> & Pick<Ctx, 'caller'>,
  text: string,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const verdict = verdictOn(await check({ personId: caller.personId, text }));
  return isRefusal(verdict) ? verdict : undefined;
};
