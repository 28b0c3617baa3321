import { isRefusal, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { verdictOn } from '@gongzhi/shared/kernel/text-rules';
import type { Ctx } from './caller';
import type { CheckText } from './check-text';

/** Whether words may be seen by everybody at once, or a worker looks at them first (`waits`). */
export const checkWords = async (
  { title, text }: { title: string; text: string },
  { check, caller }: { check: CheckText; caller: Ctx['caller'] },
): Promise<{ waits: boolean } | Refusal<'TEXT_RISKY'>> => {
  const verdict = verdictOn(await check({ personId: caller.personId, title, text }), false);
  return isRefusal(verdict) ? verdict : { waits: verdict.state === 'waiting' };
};
