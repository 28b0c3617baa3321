import { verdictOn, type Verdict } from '@gongzhi/shared/kernel/text-rules';
import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** What becomes of a neighbour's words: published, waiting for a worker, or refused. */
export const checkWords = async (
  text: string,
  askReview: boolean | undefined,
  { check, caller }: Pick<Ctx & Deps, 'check' | 'caller'>,
): Promise<Verdict | Refusal<'TEXT_RISKY'>> => verdictOn(await check({ personId: caller.personId, text }), askReview);

/** Words of the chair or a worker in the chair's office: refused when risky, else they stand, for the meeting cannot wait. */
export const checkChairWords = async (
  text: string,
  sources: Pick<Ctx & Deps, 'check' | 'caller'>,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const verdict = await checkWords(text, false, sources);
  return isRefusal(verdict) ? verdict : undefined;
};
