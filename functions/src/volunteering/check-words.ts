import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Plan } from '@gongzhi/shared/volunteering/model';
import type { Ctx } from '../kernel/caller';
import type { Deps } from './repo';

type Sources = Pick<Ctx & Deps, 'check' | 'caller'>;

/** Whether words may be seen by everybody at once, or a worker looks at them first. */
export const checkWords = async (
  { title, text }: { title: string; text: string },
  { check, caller }: Sources,
): Promise<{ waits: boolean } | Refusal<'TEXT_RISKY'>> => {
  const verdict = verdictOn(await check({ personId: caller.personId, title, text }), false);
  return isRefusal(verdict) ? verdict : { waits: verdict.state === 'waiting' };
};

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
