import { mayDecide } from '@gongzhi/shared/wishes/rules';
import { changeWish } from './change-wish';
import type { Handle } from './repo';

export const publishWish: Handle<'publishWish'> = (ids, ctx) =>
  changeWish(
    ids,
    ctx,
    (head) => mayDecide(head) ?? { to: { state: 'open' }, event: { type: 'published', toldId: head.authorId } },
  );

export const declineWish: Handle<'declineWish'> = ({ reason, ...ids }, ctx) =>
  changeWish(
    ids,
    ctx,
    (head) =>
      mayDecide(head) ?? {
        to: { state: 'declined', said: { of: 'declined', words: reason } },
        event: { type: 'declined', toldId: head.authorId },
      },
  );
