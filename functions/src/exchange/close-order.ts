import type { OrderEnd } from '@gongzhi/shared/exchange/offers';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Deps } from './repo';
import type { OrderRef } from './repo-orders';

type Receipt = { orderId: string; state: OrderEnd; at: string };

/** Ends an order once. A cancelled one returns its points and what was set aside for it. */
export const closeOrder = async (
  ref: OrderRef,
  end: OrderEnd,
  ctx: Ctx & Deps,
): Promise<Receipt | Refusal<'NOT_FOUND' | 'ALREADY_DECIDED'>> => {
  const { repo, now } = ctx;
  const found = await repo.orders.read(ref);
  if (!found?.order) return refuse('NOT_FOUND');
  if (found.end) return recallAnswer<Receipt, Refusal<'ALREADY_DECIDED'>>(ctx, refuse('ALREADY_DECIDED'));
  const { offerId, title, parts } = found.order;
  const at = now.toISOString();
  const returned = end === 'cancelled' ? -parts : 0;
  const writes = [
    repo.orders.endWrite(ref, end, { parts: returned, at, title }),
    ...repo.accounts.addWrites(ref, { parts: returned }),
    ...(end === 'cancelled' ? [repo.offers.returnWrite(ref.communityId, offerId)] : []),
  ];
  const data = { orderId: ref.orderId, offerId, personId: ref.personId, parts: returned };
  const event = { type: `exchange.order-${end}`, subject: `points/${ref.personId}`, data, unlisted: true } as const;
  const done = await commit(ctx, writes, event, { orderId: ref.orderId, state: end, at });
  return isLost(done) ? refuse('ALREADY_DECIDED') : done;
};
