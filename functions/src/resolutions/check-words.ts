import type { Refusal } from '@gongzhi/shared/kernel/refusals';
import { isRefusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** Whether words that come with an answer wait for a worker; the answer itself counts all the same. Without words nothing waits. */
export const checkWords = async (
  { check, caller }: Pick<Deps, 'check'> & Pick<Ctx, 'caller'>,
  text: string | undefined,
  askReview: boolean | undefined,
): Promise<{ waiting: boolean } | Refusal<'TEXT_RISKY'>> => {
  if (text === undefined) return { waiting: false };
  const verdict = verdictOn(await check({ personId: caller.personId, text }), askReview);
  return isRefusal(verdict) ? verdict : { waiting: verdict.state === 'waiting' };
};
