import { mayMarkDone } from '@gongzhi/shared/wishes/rules';
import { changeWish } from './change-wish';
import type { Handle } from './repo';

export const markDone: Handle<'markDone'> = (ids, ctx) =>
  changeWish(
    ids,
    ctx,
    (head) =>
      mayMarkDone(head, ctx.caller, ctx.now) ?? {
        to: { state: 'done', said: undefined },
        event: { type: 'done', toldId: head.authorId },
      },
  );
