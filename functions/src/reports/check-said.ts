import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { checkWords } from '../kernel/check-words';
import type { Deps } from './repo';

/** Words between a member and the few who may read them: none wait for a worker, who may not; what is risky is refused. */
export const checkSaid = async (
  title: string,
  text: string,
  sources: Pick<Deps, 'check'> & Pick<Ctx, 'caller'>,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const verdict = await checkWords({ title, text }, sources);
  return isRefusal(verdict) ? verdict : undefined;
};
