import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import type { Handle } from './repo';

/** The list says where to look; what was ended meanwhile is left out. */
export const listOrders: Handle<'listOrders'> = async ({ communityId, cursor }, { repo }) => {
  const { refs, next } = await repo.orders.waiting(communityId, cursor);
  const states = await repo.orders.states(refs, true);
  const items = states.flatMap(({ ref: { orderId, personId }, order, end }) => {
    if (!order || end) return [];
    const { byName, offerId, title, at, parts } = order;
    return [{ orderId, personId, byName, offerId, title, points: -parts / PARTS, at }];
  });
  return { items, next };
};
