import { MOST_STOCK } from '@gongzhi/shared/exchange/rule-sets';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handle } from './repo';

/** Whoever exchanged before keeps what was agreed: an order holds its own title and points. */
export const changeOffer: Handle<'changeOffer'> = async ({ communityId, offerId, ...change }, ctx) => {
  const { repo } = ctx;
  if (!(await repo.offers.read(communityId, offerId))) return refuse('NOT_FOUND');
  const { points, more, open } = change;
  const event = { type: 'exchange.offer-changed', subject: offerId, data: { offerId, points, more, open } };
  const answer = { offerId, at: ctx.now.toISOString() };
  const done = await commit(ctx, [repo.offers.changeWrite(communityId, offerId, change)], event, answer);
  if (!isLost(done)) return done;
  const stock = Number(done.item?.['stock'] ?? 0);
  return more > 0 ? refuse('STOCK_FULL', { most: MOST_STOCK, stock }) : refuse('STOCK_SHORT');
};
