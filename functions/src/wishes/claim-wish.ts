import { claimEnd, mayClaim } from '@gongzhi/shared/wishes/rules';
import { changeWish } from './change-wish';
import type { Handle } from './repo';

export const claimWish: Handle<'claimWish'> = async (ids, ctx) => {
  const { repo, caller, now } = ctx;
  const rule = await repo.settings.rule(ids.communityId);
  const at = now.toISOString();
  const claim = {
    ...{ claimerId: caller.personId, claimerName: caller.displayName, claimedAt: at, claimedUntil: claimEnd(at, rule) },
    ...{ visit: undefined, said: undefined },
  };
  return changeWish(
    ids,
    ctx,
    (head) =>
      mayClaim(head, caller, now) ?? {
        to: { state: 'claimed', ...claim },
        event: { type: 'claimed', toldId: head.authorId },
      },
  );
};
