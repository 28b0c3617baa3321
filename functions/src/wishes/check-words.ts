import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** Refused when risky. What the check is not sure of stands: a wish is read by a worker before anybody else, and the rest by one person. */
export const checkWords = async (
  title: string,
  words: readonly (string | undefined)[],
  { check, caller }: Pick<Ctx & Deps, 'check' | 'caller'>,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const text = words.filter(Boolean).join('\n');
  if (!text) return undefined;
  const verdict = verdictOn(await check({ personId: caller.personId, title, text }), false);
  return isRefusal(verdict) ? verdict : undefined;
};
