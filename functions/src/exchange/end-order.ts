import { closeOrder } from './close-order';
import type { Handle } from './repo';

export const endOrder: Handle<'endOrder'> = ({ end, ...ref }, ctx) => closeOrder(ref, end, ctx);
