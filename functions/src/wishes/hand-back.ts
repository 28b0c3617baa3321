import { mayHandBack } from '@gongzhi/shared/wishes/rules';
import { changeWish } from './change-wish';
import { checkWords } from './check-words';
import type { Handle } from './repo';
import { visitPlace } from './visit-place';

const CLAIM = { claimerId: undefined, claimerName: undefined, claimedAt: undefined, claimedUntil: undefined };

/** The claim goes, and the visit with it if nobody has come. */
export const handBack: Handle<'handBack'> = async ({ reason, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const risky = await checkWords('交回的原因', [reason], ctx);
  if (risky) return risky;
  return changeWish(ids, ctx, async (head) => {
    const place = await visitPlace(ids, head, repo);
    const no = mayHandBack(head, caller, place, now);
    if (no) return no;
    const { visit } = head;
    const off = visit && !place?.inAt ? [repo.visits.offWrite({ ...ids, ...visit }, caller.personId)] : [];
    return {
      to: { state: 'open', ...CLAIM, visit: undefined, said: { of: 'handedBack', words: reason } },
      with: off,
      event: { type: 'handed-back', toldId: head.authorId },
    };
  });
};
