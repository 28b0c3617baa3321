import { mayWithdraw } from '@gongzhi/shared/wishes/rules';
import { changeWish } from './change-wish';
import type { Handle } from './repo';

/** Nobody comes to a wish that is taken back; a visit that has begun may still end and counts. */
export const withdrawWish: Handle<'withdrawWish'> = (ids, ctx) =>
  changeWish(
    ids,
    ctx,
    (head) =>
      mayWithdraw(head, ctx.caller) ?? {
        to: { state: 'withdrawn', said: undefined },
        event: { type: 'withdrawn', toldId: head.state === 'claimed' ? head.claimerId : undefined },
      },
  );
