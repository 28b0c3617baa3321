import { claimEnd, mayConfirmDone, maySendBack } from '@gongzhi/shared/wishes/rules';
import { changeWish } from './change-wish';
import { checkWords } from './check-words';
import type { Handle } from './repo';

/** A worker’s word stands for somebody without a phone, and is marked so. */
const byWhom = ({ behalf }: { behalf?: boolean }) => (behalf ? ('worker' as const) : ('wisher' as const));

export const confirmDone: Handle<'confirmDone'> = async ({ word, ...ids }, ctx) => {
  const { caller, now } = ctx;
  const risky = await checkWords('感谢的话', [word], ctx);
  if (risky) return risky;
  return changeWish(ids, ctx, (head) => {
    const by = byWhom(head);
    return (
      mayConfirmDone(head, caller, now) ?? {
        to: {
          state: 'served',
          served: { at: now.toISOString(), by },
          said: word ? { of: 'thanks', words: word } : undefined,
        },
        event: { type: 'confirmed', toldId: head.claimerId, ...(by === 'worker' ? { via: 'staff' as const } : {}) },
      }
    );
  });
};

export const sendBack: Handle<'sendBack'> = async ({ reason, ...ids }, ctx) => {
  const { repo, caller, now } = ctx;
  const risky = await checkWords('还差什么', [reason], ctx);
  if (risky) return risky;
  const at = now.toISOString();
  const rule = await repo.settings.rule(ids.communityId);
  const again = { state: 'claimed' as const, claimedAt: at, claimedUntil: claimEnd(at, rule) };
  return changeWish(
    ids,
    ctx,
    (head) =>
      maySendBack(head, caller) ?? {
        to: { ...again, said: { of: 'sentBack', words: reason } },
        event: { type: 'sent-back', toldId: head.claimerId },
      },
  );
};
