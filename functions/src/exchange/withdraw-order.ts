import { closeOrder } from './close-order';
import type { Handle } from './repo';

/** One's own: whose order it is, is part of its key. */
export const withdrawOrder: Handle<'withdrawOrder'> = (order, ctx) =>
  closeOrder({ ...order, personId: ctx.caller.personId }, 'cancelled', ctx);
