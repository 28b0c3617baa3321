import { PARTS } from '@gongzhi/shared/exchange/rule-sets';
import { maySpend, mayTake } from '@gongzhi/shared/exchange/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost, type Lost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { Handle } from './repo';
import { countOf, type AccountItem } from './repo-accounts';
import type { OfferItem } from './repo-offers';

/** Why it could not be written: what stood there instead says it. */
const whyLost = ({ lost, item }: Lost, points: number) => {
  if (lost === 'SHORT') return maySpend(countOf(item as AccountItem | undefined, 'parts'), points);
  return item && mayTake(item as unknown as OfferItem, points);
};

export const takeOffer: Handle<'takeOffer'> = async ({ communityId, offerId, points }, ctx) => {
  const { repo, caller, now } = ctx;
  const owner = { communityId, personId: caller.personId };
  const [offer, account] = await Promise.all([repo.offers.read(communityId, offerId), repo.accounts.read(owner)]);
  if (!offer) return refuse('NOT_FOUND');
  const no = mayTake(offer, points) ?? maySpend(countOf(account, 'parts'), points);
  if (no) return recallAnswer(ctx, no);
  const [orderId, at, parts] = [ctx.id(), now.toISOString(), points * PARTS];
  const order = { parts: -parts, at, offerId, title: offer.title, byName: caller.displayName };
  const writes = [
    repo.accounts.spendWrite(owner, parts),
    repo.offers.takeWrite(communityId, offerId, points),
    repo.orders.takeWrite({ ...owner, orderId }, order),
  ];
  const data = { orderId, offerId, personId: caller.personId, points };
  const subject = `points/${caller.personId}`;
  const event = { type: 'exchange.offer-taken', subject, data, unlisted: true } as const;
  const done = await commit(ctx, writes, event, { orderId, state: 'waiting', at } as const);
  return isLost(done) ? (whyLost(done, points) ?? refuse('SOLD_OUT')) : done;
};
