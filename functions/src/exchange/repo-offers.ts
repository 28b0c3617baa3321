import { MOST_STOCK } from '@gongzhi/shared/exchange/rule-sets';
import type { Listing, Offer } from '@gongzhi/shared/exchange/offers';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

export interface OfferItem extends Omit<Offer, 'offerId'> {
  pk: string;
  sk: string;
}
const offersPk = (communityId: string) => `${communityId}#offers`;
const offerKey = (communityId: string, offerId: string) => ({ pk: offersPk(communityId), sk: offerId });

/** An offer as a page sees it. */
export const showOffer = ({ pk: _pk, sk: offerId, ...offer }: OfferItem): Offer => ({ offerId, ...offer });

export const repoOffers = ({ table: TableName, get, page }: Pages) => ({
  read: (communityId: string, offerId: string) => get<OfferItem>(offerKey(communityId, offerId)),
  list: (communityId: string, cursor: string | undefined) =>
    page<OfferItem>({ pk: offersPk(communityId), newestFirst: true, cursor }),
  addWrite: (communityId: string, { offerId, ...offer }: Offer): Write => ({
    Put: { TableName, Item: { ...offerKey(communityId, offerId), ...offer } },
  }),
  /** What it says and costs anew; `more` is added to what is left, so that what is taken meanwhile stays taken. */
  changeWrite: (
    communityId: string,
    offerId: string,
    { title, kind, about, points, more, open }: Listing & { more: number; open: boolean },
  ): Write =>
    changeItem(TableName, offerKey(communityId, offerId), {
      to: 'SET #title = :title, #kind = :kind, #about = :about, #points = :points, #open = :open ADD #stock :more',
      when: more > 0 ? '#stock <= :room' : '#stock >= :less',
      lost: 'STOCK',
      values: {
        ...{ ':title': title, ':kind': kind, ':about': about, ':points': points, ':open': open },
        ...{ ':more': more, ':less': -more, ':room': MOST_STOCK - more },
      },
    }),
  /** One less while there is one, at the price that was seen: of two who want the last the second finds none. */
  takeWrite: (communityId: string, offerId: string, points: number): Write => ({
    Update: {
      TableName,
      Key: offerKey(communityId, offerId),
      UpdateExpression: 'ADD stock :less',
      ConditionExpression: 'stock >= :one AND #open = :open AND points = :points',
      ExpressionAttributeNames: { '#open': 'open' },
      ExpressionAttributeValues: { ':less': -1, ':one': 1, ':open': true, ':points': points },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
    lost: 'OFFER',
  }),
  returnWrite: (communityId: string, offerId: string): Write => ({
    Update: {
      TableName,
      Key: offerKey(communityId, offerId),
      UpdateExpression: 'ADD stock :one',
      ExpressionAttributeValues: { ':one': 1 },
    },
  }),
});
