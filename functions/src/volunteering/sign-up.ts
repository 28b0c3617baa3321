import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { maySignUp } from '@gongzhi/shared/volunteering/rules';
import type { Ctx } from '../kernel/caller';
import { recallAnswer } from '../kernel/recall-answer';
import { tryAgain } from '../kernel/try-again';
import { codeSubject } from '../kernel/service/code-subject';
import type { Deps, Handle } from './repo';
import type { InShift } from '../kernel/service/ports';
import { takePlace } from './take-place';

/** A code scanned on the spot proves that somebody is there. Digits, which can be guessed, prove nothing here. */
const provesPresence = (
  ids: InShift,
  code: string | undefined,
  { codes, now }: Pick<Ctx & Deps, 'codes' | 'now'>,
): Refusal<'SHIFT_CODE_WRONG' | 'CODE_OLD'> | boolean => {
  if (code === undefined) return false;
  const verdict = /^\d+$/.test(code) ? 'wrong' : codes.check(codeSubject('volunteering', ids), code, now);
  if (verdict === 'wrong') return refuse('SHIFT_CODE_WRONG');
  return verdict === 'old' ? refuse('CODE_OLD') : true;
};

export const signUp: Handle<'signUp'> = async ({ riskRead = false, minor = false, code, ...ids }, ctx) =>
  tryAgain('volunteering.signed-up', async () => {
    const { repo, caller, now } = ctx;
    const found = await repo.places.around(ids, caller.personId);
    if (!found) return refuse('NOT_FOUND');
    const onSpot = provesPresence(ids, code, ctx);
    if (isRefusal(onSpot)) return onSpot;
    const no = maySignUp(found.head, found.shift, { mine: found.place, riskRead, minor, onSpot }, now);
    if (no) return recallAnswer(ctx, no);
    return takePlace(
      ids,
      found.shift,
      {
        ...{ personId: caller.personId, name: caller.displayName, onSpot },
        ...(minor ? { consent: 'asked' as const } : {}),
        ...(caller.householdId ? { householdId: caller.householdId } : {}),
      },
      ctx,
    );
  });
