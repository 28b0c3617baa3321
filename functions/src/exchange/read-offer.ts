import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Handle } from './repo';
import { showOffer } from './repo-offers';

export const readOffer: Handle<'readOffer'> = async ({ communityId, offerId }, { repo }) => {
  const offer = await repo.offers.read(communityId, offerId);
  return offer ? showOffer(offer) : refuse('NOT_FOUND');
};
