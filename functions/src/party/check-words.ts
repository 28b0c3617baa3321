import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** Names and reasons few people read, and which cannot wait for a worker: refused when risky, else they stand. */
export const checkWords = async (
  { check, caller }: Pick<Deps, 'check'> & Pick<Ctx, 'caller'>,
  text: string,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const verdict = verdictOn(await check({ personId: caller.personId, text }));
  return isRefusal(verdict) ? verdict : undefined;
};
