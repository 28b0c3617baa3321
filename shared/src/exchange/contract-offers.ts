import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { ROLES, defineContract, type Role } from '@gongzhi/shared/kernel/contract';
import { Instant } from '@gongzhi/shared/kernel/fields';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { Cursor, pageOf } from '@gongzhi/shared/kernel/page';
import { Listing, Offer, Order, OrderEnd, Stock } from './offers';
import { MOST_STOCK } from './rule-sets';

const HERE = [...ROLES] as readonly Role[];
const inCommunity = { communityId: CommunityId };
const ofOffer = { ...inCommunity, offerId: Id };
const ofOrder = { ...inCommunity, orderId: Id };
const cursor = z.optional(Cursor);
const OfferReceipt = z.strictObject({ offerId: Id, at: Instant });
const OrderReceipt = z.strictObject({ orderId: Id, state: z.enum(['waiting', ...OrderEnd.options]), at: Instant });

export const offers = defineContract({
  listOffers: {
    summary: 'What points can be exchanged for, the newest first',
    method: 'GET',
    path: '/exchange/{communityId}/offers',
    access: 'public',
    input: z.strictObject({ ...inCommunity, cursor }),
    output: pageOf(Offer),
    refusals: [],
  },
  addOffer: {
    summary: 'Put goods or help on the list',
    method: 'POST',
    path: '/exchange/{communityId}/offers',
    access: ['worker'],
    input: z.strictObject({ ...inCommunity, ...Listing.shape, stock: Stock }),
    output: OfferReceipt,
    refusals: [],
  },
  readOffer: {
    summary: 'An offer as it stands',
    method: 'GET',
    path: '/exchange/{communityId}/offers/{offerId}',
    access: 'public',
    input: z.strictObject(ofOffer),
    output: Offer,
    refusals: ['NOT_FOUND'],
  },
  changeOffer: {
    summary: 'Change what an offer says and costs, add to its stock or take from it, open or close it',
    method: 'PUT',
    path: '/exchange/{communityId}/offers/{offerId}',
    access: ['worker'],
    input: z.strictObject({
      ...ofOffer,
      ...Listing.shape,
      more: z
        .int('请填写数量')
        .check(
          z.minimum(-MOST_STOCK, `一次最多减少 ${MOST_STOCK}`),
          z.maximum(MOST_STOCK, `一次最多增加 ${MOST_STOCK}`),
        ),
      open: z.boolean(),
    }),
    output: OfferReceipt,
    refusals: ['NOT_FOUND', 'STOCK_SHORT', 'STOCK_FULL'],
  },
  takeOffer: {
    summary: 'Exchange points for one of an offer at the price seen',
    method: 'POST',
    path: '/exchange/{communityId}/offers/{offerId}/orders',
    access: HERE,
    input: z.strictObject({ ...ofOffer, points: z.int() }),
    output: OrderReceipt,
    refusals: ['NOT_FOUND', 'POINTS_SHORT', 'SOLD_OUT', 'OFFER_CLOSED', 'PRICE_CHANGED'],
  },
  listOrders: {
    summary: 'What was exchanged and waits to be handed over, the earliest first',
    method: 'GET',
    path: '/exchange/{communityId}/orders',
    access: ['worker'],
    input: z.strictObject({ ...inCommunity, cursor }),
    output: pageOf(Order),
    refusals: [],
  },
  endOrder: {
    summary: 'Hand over what was exchanged, or cancel it and return its points',
    method: 'POST',
    path: '/exchange/{communityId}/orders/{orderId}/end',
    access: ['worker'],
    input: z.strictObject({ ...ofOrder, personId: Id, end: OrderEnd }),
    output: OrderReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
  withdrawOrder: {
    summary: 'Give up an exchange of one’s own that was not handed over; its points return',
    method: 'POST',
    path: '/exchange/{communityId}/orders/{orderId}/withdrawal',
    access: HERE,
    input: z.strictObject(ofOrder),
    output: OrderReceipt,
    refusals: ['NOT_FOUND', 'ALREADY_DECIDED'],
  },
});
