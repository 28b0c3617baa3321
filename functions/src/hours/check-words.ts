import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

/** Words between a volunteer and those who answer: nobody else reads them, so none wait; what is risky is refused. */
export const checkWords = async (
  { check, caller }: Pick<Deps, 'check'> & Pick<Ctx, 'caller'>,
  text: string,
  askReview?: boolean,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const verdict = verdictOn(await check({ personId: caller.personId, text }), askReview);
  return isRefusal(verdict) ? verdict : undefined;
};
