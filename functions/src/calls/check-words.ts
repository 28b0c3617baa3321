import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** What is called for is urgent and written by whoever is answerable: refused when risky, otherwise it waits for nobody. */
export const checkWords = async (
  { title, text }: { title: string; text: string },
  { check, caller }: Pick<Ctx & Deps, 'check' | 'caller'>,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const verdict = verdictOn(await check({ personId: caller.personId, title, text }), false);
  return isRefusal(verdict) ? verdict : undefined;
};
