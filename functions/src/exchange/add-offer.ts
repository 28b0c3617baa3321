import { commit } from '../kernel/commit';
import type { Handle } from './repo';

export const addOffer: Handle<'addOffer'> = async ({ communityId, ...listing }, ctx) => {
  const offerId = ctx.id();
  const answer = { offerId, at: ctx.now.toISOString() };
  const { points, stock, kind } = listing;
  const event = { type: 'exchange.offer-added', subject: offerId, data: { offerId, points, stock, kind } };
  const write = ctx.repo.offers.addWrite(communityId, { offerId, ...listing, open: true });
  return (await commit(ctx, [write], event, answer)) as typeof answer;
};
