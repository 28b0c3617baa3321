import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Plan } from '@gongzhi/shared/volunteering/model';
import type { Ctx } from '../kernel/caller';
import { checkWords } from '../kernel/check-words';
import type { Deps } from './repo';

type Sources = Pick<Ctx & Deps, 'check' | 'caller'>;

/** Why something is called off is read by everybody, and cannot wait for a worker: refused when risky, else it stands. */
export const checkReason = async (
  title: string,
  reason: string,
  sources: Sources,
): Promise<Refusal<'TEXT_RISKY'> | undefined> => {
  const words = await checkWords({ title, text: reason }, sources);
  return isRefusal(words) ? words : undefined;
};

/** All that people will read of an activity. */
export const wordsOf = ({ title, by, about, place, skills, bring = '', risk = '' }: Plan) => ({
  title,
  text: [title, by.name, about, place, ...skills, bring, risk].filter(Boolean).join('\n'),
});
