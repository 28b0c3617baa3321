import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { MOST_POINTS, MOST_STOCK } from './rule-sets';

/** What is exchanged: a thing, or somebody's help. */
export const OfferKind = z.enum(['good', 'help'], '请选择是物品还是帮忙');
export type OfferKind = z.infer<typeof OfferKind>;

/** What a worker writes of an offer. `about`: where and when it is handed over, who helps. `points`: its price, whole points. */
export const Listing = z.strictObject({
  title: line(30, '名称'),
  kind: OfferKind,
  about: text(200, '说明'),
  points: z
    .int('请填写需要的积分')
    .check(z.minimum(1, '至少 1 分'), z.maximum(MOST_POINTS, `不能超过 ${MOST_POINTS} 分`)),
});
export type Listing = z.infer<typeof Listing>;

export const Stock = z
  .int('请填写数量')
  .check(z.minimum(0, '不能少于 0'), z.maximum(MOST_STOCK, `不能超过 ${MOST_STOCK}`));

/** An offer as it stands. `stock`: how many are left; `open`: whether it can be exchanged now. */
export const Offer = z.strictObject({
  offerId: Id,
  ...Listing.shape,
  title: z.string(),
  about: z.string(),
  stock: z.int(),
  open: z.boolean(),
});
export type Offer = z.infer<typeof Offer>;

/** What was exchanged and waits to be handed over; its points are paid. */
export const Order = z.strictObject({
  orderId: Id,
  personId: Id,
  byName: z.string(),
  offerId: Id,
  title: z.string(),
  points: z.int(),
  at: Instant,
});
export type Order = z.infer<typeof Order>;

/** How an order ended: handed over, or cancelled and its points returned. */
export const OrderEnd = z.enum(['handed', 'cancelled']);
export type OrderEnd = z.infer<typeof OrderEnd>;
